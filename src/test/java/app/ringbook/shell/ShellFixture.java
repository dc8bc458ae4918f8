package app.ringbook.shell;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Progress;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.Settings;
import app.ringbook.shell.palette.SearchHit;
import app.ringbook.shell.settings.AboutSection;
import app.ringbook.shell.settings.DataCare;
import app.ringbook.shell.settings.DataSection;
import app.ringbook.shell.settings.LookSection;
import app.ringbook.shell.settings.ProfileSection;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.Presentation;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Action;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A whole window over fakes of everything behind it. */
abstract class ShellFixture extends FxTest {
  @TempDir Path folder = Path.of(".");
  final Background background = new Background(Fx.executor());
  final List<String> done = new ArrayList<>();

  @AfterEach
  void closeBackground() {
    background.close();
  }

  static String says(LineCard card) {
    settle();
    return onFx(() -> card.getAccessibleText());
  }

  List<String> walk(int steps) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Node node = user().focused();
      names.add(onFx(() -> name(node)));
      user().press(KeyCode.TAB);
    }
    return names;
  }

  static String name(Node node) {
    String accessible = node.getAccessibleText();
    if (accessible != null && !accessible.isEmpty()) {
      return accessible;
    }
    return node instanceof javafx.scene.control.Labeled labeled
        ? labeled.getText()
        : "#" + node.getId();
  }

  MainWindow window() {
    return onFx(
        () -> {
          Settings settings = new Settings(folder);
          settings.changeAppearance(
              a ->
                  a.withCompany("Northlake Instruments")
                      .withUserName("Nora Ellis")
                      .withTheme(AppearanceSettings.Theme.LIGHT)
                      .withReduceMotion(true));
          MainWindow window =
              new MainWindow(language(), theme(), settings, background, AppClock.system());
          window.customers(new FakePage("customers"));
          window.calls(new FakePage("calls"), new SimpleIntegerProperty(3));
          window.onUndo(() -> done.add("undone"));
          window.settings(
              List.of(
                  new ProfileSection(language(), settings, "nora"),
                  new LookSection(language(), settings),
                  new DataSection(
                      window.tools(), new Care(), files(), file -> done.add("restore " + file)),
                  new AboutSection(language(), "1.0")));
          window.search((text, limit, progress) -> text.equals("cyj") ? hits() : List.of());
          window.onNewCustomer(name -> done.add("new " + name));
          window.actions(
              List.of(
                  Action.of(
                      "import", "shell.first.sheet.title", "Ctrl I", () -> done.add("import"))));
          window.tools().navigation().open(Place.of("customers"));
          return window;
        });
  }

  List<SearchHit> hits() {
    return List.of(
        hit(SearchHit.Group.CUSTOMERS, "苏州澄宇精密机械有限公司", "今天 15:00 致电李薇", "", 2, 5),
        hit(SearchHit.Group.CONTACTS, "程亦嘉", "沐禾体检，采购总监", "021-5555-0160", 0, 3));
  }

  SearchHit hit(SearchHit.Group group, String title, String detail, String end, int from, int to) {
    return new SearchHit(
        group,
        title,
        detail,
        end,
        List.of(new SearchHit.Mark(from, to)),
        () -> done.add("open " + title),
        () -> done.add("call " + title),
        List.of());
  }

  static LinkStatus link(LinkStatus.State state, @Nullable String reason) {
    return new LinkStatus(
        state,
        "x800 COM5",
        "COM5",
        "x800",
        "LineTap U2",
        true,
        reason,
        List.of("COM5"),
        Instant.EPOCH);
  }

  static Call call(CallState state) {
    return new Call(
        "k1",
        "x800 COM5",
        1,
        Direction.INCOMING,
        state,
        "+1 555-0148",
        Presentation.NUMBER,
        null,
        true,
        AppClock.system().now(),
        1,
        2000,
        0,
        null,
        0);
  }

  FileChoice files() {
    return new FileChoice() {
      @Override
      public Optional<Path> open(String title, Filter... filters) {
        return Optional.of(Path.of("customers.xlsx"));
      }

      @Override
      public Optional<Path> save(String title, String proposedName, Filter... filters) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> folder(String title) {
        return Optional.empty();
      }
    };
  }

  final class FakePage implements Page {
    private final String id;
    private final VBox node;

    FakePage(String id) {
      this.id = id;
      Label title = new Label("page " + id);
      title.getStyleClass().add("page-title");
      TextField field = new TextField();
      field.setId("field-" + id);
      HBox header = new HBox(title, new Button("New"), field);
      header.getStyleClass().add("page-header");
      node = new VBox(header);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public List<Keys> keys() {
      return List.of(Keys.of("shell.action.back", "J"));
    }

    @Override
    public void shown() {
      done.add("shown " + id);
    }

    @Override
    public void hidden() {
      done.add("hidden " + id);
    }
  }

  final class Care implements DataCare {
    @Override
    public Path folder() {
      return Path.of("/data/ringbook");
    }

    @Override
    public long size() {
      return 18_400_000;
    }

    @Override
    public List<Backup> backups() {
      return List.of(
          new Backup(Path.of("b.zip"), Instant.parse("2026-06-16T07:00:00Z"), 1_200_000));
    }

    @Override
    public Backup backUp(Progress progress) {
      done.add("backup");
      return backups().getFirst();
    }

    @Override
    public boolean sample() {
      return !done.contains("removed");
    }

    @Override
    public void removeSample() {
      done.add("removed");
    }

    @Override
    public List<String> check(Progress progress) {
      return List.of();
    }
  }

  final class Steps implements FirstSteps {
    volatile boolean fails;

    @Override
    public void loadSample(Progress progress) {
      if (fails) {
        throw new IllegalStateException("no");
      }
    }

    @Override
    public Optional<String> kit() {
      return Optional.of("COM5");
    }

    @Override
    public void restore(Path backup, Progress progress) {
      done.add("restore " + backup);
    }

    @Override
    public void importFile(Path file) {
      done.add("import " + file);
    }

    @Override
    public void setUpKit() {
      done.add("kit");
    }

    @Override
    public void begin() {
      done.add("begin");
    }
  }
}
