package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
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
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellUiTest extends FxTest {
  @TempDir private Path folder = Path.of(".");
  private final Background background = new Background(Fx.executor());
  private final List<String> done = new ArrayList<>();

  @AfterEach
  void closeBackground() {
    background.close();
  }

  @Test
  void theWindowStandsInBothLanguagesAndThemes() {
    MainWindow window = window();
    fx(() -> window.lineCard().linkChanged(link(LinkStatus.State.READY, null)));
    var scene = onFx(() -> window.scene(1440, 900));
    picture(scene, "shell-light-en");
    fx(
        () -> {
          speak(Texts.CHINESE);
          theme().look(AppearanceSettings.DEFAULT.withTheme(AppearanceSettings.Theme.DARK));
        });
    picture(scene, "shell-dark-zh");
  }

  @Test
  void pagesKeepTheirHistory() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("Calls");
    assertThat(user().sees("page calls")).isTrue();
    user().press(KeyCode.ALT, KeyCode.LEFT);
    assertThat(user().sees("page customers")).isTrue();
    user().press(KeyCode.ALT, KeyCode.RIGHT);
    assertThat(user().sees("page calls")).isTrue();
    user().press(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertThat(user().sees("page customers")).isTrue();
    assertThat(done).containsSubsequence("shown customers", "hidden customers", "shown calls");
  }

  @Test
  void thePaletteFindsOpensAndGivesTheFocusBack() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("#field-customers");
    Node before = user().focused();
    user().press(KeyCode.CONTROL, KeyCode.K).type("cyj");
    await().until(() -> user().sees("021-5555-0160"));
    snapshot("palette");
    user().press(KeyCode.ESCAPE);
    assertThat(user().focused()).isSameAs(before);
    user().press(KeyCode.CONTROL, KeyCode.K).type("cyj");
    await().until(() -> user().sees("021-5555-0160"));
    user().press(KeyCode.DOWN).press(KeyCode.ENTER);
    assertThat(done).contains("open 程亦嘉");
    user().press(KeyCode.CONTROL, KeyCode.K).type("cyj");
    await().until(() -> user().sees("021-5555-0160"));
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(done).contains("call 苏州澄宇精密机械有限公司");
    user().press(KeyCode.CONTROL, KeyCode.K);
    assertThat(user().sees("Recent")).isTrue();
  }

  @Test
  void thePaletteRunsCommandsAndMakesACustomer() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().press(KeyCode.CONTROL, KeyCode.K).type(">import").press(KeyCode.ENTER);
    assertThat(done).contains("import");
    user().press(KeyCode.CONTROL, KeyCode.K).type("Zwick");
    await().until(() -> user().sees("New customer “Zwick”"));
    assertThat(user().sees("Import customers")).isFalse();
    user().press(KeyCode.ENTER);
    assertThat(done).contains("new Zwick");
  }

  @Test
  void picturesOfThePalette() {
    MainWindow window = window();
    var scene = onFx(() -> window.scene(1440, 900));
    speak(Texts.CHINESE);
    fx(
        () -> {
          List<Action> actions = window.tools().keys().actions();
          actions.stream()
              .filter(a -> a.id().equals("palette"))
              .findFirst()
              .orElseThrow()
              .run()
              .run();
        });
    TextField field = onFx(() -> (TextField) scene.getRoot().lookup(".rb-palette-field"));
    fx(() -> field.setText("cyj"));
    await().until(() -> onFx(() -> scene.getRoot().lookup(".row > .rb-avatar") != null));
    picture(scene, "palette-zh");
  }

  @Test
  void toastsAreAtMostThreeAndErrorsStay() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    Toasts toasts = window.tools().toasts();
    toasts.show(Toast.error("Recording not saved, disk is full"));
    toasts.show(Toast.success("Moved to Contract approval").with("Undo", () -> done.add("undo")));
    toasts.show(Toast.warning("Phone kit unplugged. Calls stay in its memory."));
    Toasts.Shown progress =
        toasts.show(
            Toast.progress("Importing customers-june.xlsx").with("Cancel", () -> done.add("no")));
    progress.progress(0.5, "640 of 1,278");
    settle();
    snapshot("toasts");
    assertThat(user().sees("Recording not saved, disk is full")).isTrue();
    assertThat(user().sees("Moved to Contract approval")).isFalse();
    assertThat(user().sees("640 of 1,278")).isTrue();
    user().click("Cancel");
    assertThat(done).contains("no");
    assertThat(user().sees("640 of 1,278")).isFalse();
    toasts.show(Toast.success("Saved").with("Undo", () -> done.add("undo")));
    settle();
    user().click("Undo");
    assertThat(done).contains("undo");
  }

  @Test
  void theLineCardFollowsTheLine() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    LineCard card = window.lineCard();
    assertThat(says(card)).isEqualTo("No phone kit, Connect one");
    card.linkChanged(link(LinkStatus.State.READY, null));
    assertThat(says(card)).isEqualTo("Line ready, LineTap U2 · COM5");
    card.ringing(call(CallState.RINGING));
    assertThat(says(card)).isEqualTo("Ringing, Line 1 · +1 555-0148");
    card.answered(call(CallState.TALKING));
    assertThat(says(card)).isEqualTo("In call, Line 1 · +1 555-0148");
    card.ended(call(CallState.ENDED));
    card.linkChanged(link(LinkStatus.State.LOST, "telephony.port.gone"));
    assertThat(says(card)).startsWith("Kit unplugged, Nothing is plugged in at COM5.");
    user().click(card);
    assertThat(user().sees("All changes saved")).isTrue();
  }

  @Test
  void theCallGoesOnInTheLineCard() {
    MainWindow window = window();
    var scene = onFx(() -> window.scene(1440, 900));
    fx(() -> window.lineCard().answered(call(CallState.TALKING)));
    picture(scene, "line-call");
    Label title = onFx(() -> (Label) scene.getRoot().lookup(".rb-line-card .strong"));
    assertThat(onFx(() -> title.getText())).startsWith("In call 00:");
    assertThat(onFx(() -> title.isVisible())).isTrue();
  }

  @Test
  void aNarrowWindowShowsIconsOnly() {
    MainWindow window = window();
    var scene = onFx(() -> window.scene(1120, 700));
    picture(scene, "shell-narrow");
    double width =
        onFx(() -> ((javafx.scene.layout.Region) scene.lookup(".rb-sidebar")).getWidth());
    assertThat(width).isEqualTo(56);
  }

  private static String says(LineCard card) {
    settle();
    return onFx(() -> card.getAccessibleText());
  }

  @Test
  void settingsSwitchLanguageAndThemeLive() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("Settings").click("Language & theme");
    snapshot("settings-look");
    user().click("简体中文");
    assertThat(user().sees("跟随系统")).isTrue();
    assertThat(user().sees("客户")).isTrue();
    user().click("深色");
    boolean dark = onFx(() -> theme().darkProperty().get());
    assertThat(dark).isTrue();
    user().click("数据与备份");
    await().until(() -> user().sees("立即备份"));
    user().click("立即备份");
    await().until(() -> done.contains("backup"));
    snapshot("settings-data-dark-zh");
    user().click("恢复");
    assertThat(user().sees("保留现在的数据")).isTrue();
    assertThat(done).doesNotContain("restore b.zip");
    user().press(KeyCode.ESCAPE);
    user().click("清除示例数据");
    await().until(() -> done.contains("removed") && !user().sees("清除示例数据"));
    Settings again = new Settings(folder);
    assertThat(again.appearance().language()).isEqualTo("zh");
  }

  @Test
  void theFirstRunOffersThreeWaysAndKeepsFailuresInTheirCard() {
    Steps steps = new Steps();
    FirstRun first =
        onFx(() -> new FirstRun(language(), background, new Settings(folder), files(), steps));
    show(first);
    fx(first::shown);
    await().until(() -> user().sees("Found one at COM5"));
    steps.fails = true;
    user().click("Load sample data");
    await().until(() -> user().sees("That did not work. Nothing was lost; the log says more."));
    assertThat(done).doesNotContain("begin");
    steps.fails = false;
    user().click("Load sample data");
    await().until(() -> done.contains("begin"));
    assertThat(new Settings(folder).appearance().firstRunDone()).isTrue();
    user().click("Choose a file");
    assertThat(done).contains("import customers.xlsx");
  }

  @Test
  void picturesOfTheFirstRun() {
    FirstRun first =
        onFx(
            () -> new FirstRun(language(), background, new Settings(folder), files(), new Steps()));
    var scene = onFx(() -> new javafx.scene.Scene(first, 1440, 900));
    fx(first::shown);
    speak(Texts.CHINESE);
    picture(scene, "first-run-zh");
    speak(Texts.ENGLISH);
    dark(true);
    picture(scene, "first-run-dark-en");
  }

  @Test
  void theKeysAreListed() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().type("?");
    assertThat(user().sees("Keys")).isTrue();
    snapshot("keys");
    user().press(KeyCode.ESCAPE);
    assertThat(user().sees("Keys")).isFalse();
  }

  @Test
  void undoWorksEverywhereButInATextThatWasTyped() {
    MainWindow window = window();
    show(onFx(() -> window.scene(960, 700)));
    user().click("New").press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(done).contains("undone");
    done.clear();
    user().click("#field-customers").type("abc").press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(done).doesNotContain("undone");
  }

  @Test
  void tabWalksInReadingOrderAndReachesEverything() {
    MainWindow window = window();
    show(onFx(() -> window.scene(1000, 700)));
    fx(() -> stage().getScene().getRoot().lookup(".rb-search-box").requestFocus());
    assertThat(walk(9))
        .containsExactly(
            "Search or run",
            "Customers",
            "Calls",
            "No phone kit, Connect one",
            "Settings",
            "New",
            "#field-customers",
            "Search or run",
            "Customers");
    user().click("Settings");
    fx(() -> stage().getScene().getRoot().lookup(".rb-settings-list > .rb-nav").requestFocus());
    assertThat(walk(6))
        .containsExactly(
            "Profile", "Language & theme", "Data & backup", "About", "Your name", "Company");
  }

  @Test
  void tabWalksThroughTheFirstRun() {
    FirstRun first =
        onFx(
            () -> new FirstRun(language(), background, new Settings(folder), files(), new Steps()));
    show(first);
    fx(() -> stage().getScene().getRoot().lookup("#first-sample .button").requestFocus());
    assertThat(walk(7))
        .containsExactly(
            "Load sample data",
            "Choose a file",
            "Look for it",
            "Restore from a backup",
            "Start blank",
            "Language",
            "Theme");
  }

  @Test
  void whatKeepsTheProgramFromStartingIsSaidWithWaysOn() {
    show(
        onFx(
            () ->
                StartScreen.problem(
                    language(),
                    new app.ringbook.platform.ProblemException("shell.problem.unexpected"),
                    StartScreen.Way.again(() -> done.add("again")),
                    StartScreen.Way.restore(() -> done.add("restore")),
                    StartScreen.Way.quit(() -> done.add("quit")))));
    snapshot("start-problem");
    user().click("Try again").click("Restore a backup").click("Quit");
    assertThat(done).containsExactly("again", "restore", "quit");
  }

  private List<String> walk(int steps) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Node node = user().focused();
      names.add(onFx(() -> name(node)));
      user().press(KeyCode.TAB);
    }
    return names;
  }

  private static String name(Node node) {
    String accessible = node.getAccessibleText();
    if (accessible != null && !accessible.isEmpty()) {
      return accessible;
    }
    return node instanceof javafx.scene.control.Labeled labeled
        ? labeled.getText()
        : "#" + node.getId();
  }

  private MainWindow window() {
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
          window.search((text, limit) -> text.equals("cyj") ? hits() : List.of());
          window.onNewCustomer(name -> done.add("new " + name));
          window.actions(
              List.of(
                  Action.of(
                      "import", "shell.first.sheet.title", "Ctrl I", () -> done.add("import"))));
          window.tools().navigation().open(Place.of("customers"));
          return window;
        });
  }

  private List<SearchHit> hits() {
    return List.of(
        hit(SearchHit.Group.CUSTOMERS, "苏州澄宇精密机械有限公司", "今天 15:00 致电李薇", "", 2, 5),
        hit(SearchHit.Group.CONTACTS, "程亦嘉", "沐禾体检，采购总监", "021-5555-0160", 0, 3));
  }

  private SearchHit hit(
      SearchHit.Group group, String title, String detail, String end, int from, int to) {
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

  private static LinkStatus link(LinkStatus.State state, @Nullable String reason) {
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

  private static Call call(CallState state) {
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
        Instant.EPOCH,
        1,
        2000,
        0,
        null,
        0);
  }

  private FileChoice files() {
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

  private final class FakePage implements Page {
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
    public void shown() {
      done.add("shown " + id);
    }

    @Override
    public void hidden() {
      done.add("hidden " + id);
    }
  }

  private final class Care implements DataCare {
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

  private final class Steps implements FirstSteps {
    private volatile boolean fails;

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
