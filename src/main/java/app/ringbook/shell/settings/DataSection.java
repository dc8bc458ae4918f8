package app.ringbook.shell.settings;

import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.Place;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.controls.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where the data lies, backups, the check. */
public final class DataSection implements SettingsSection {
  private static final int SHOWN = 10;

  private final Language language;
  private final Formats formats;
  private final Background background;
  private final DataCare care;
  private final Dialogs dialogs;
  private final Toasts toasts;
  private final FileChoice files;
  private final Consumer<Path> restore;
  private final Label folder = new Label();
  private final Label size = new Label();
  private final VBox list = new VBox();
  private final Card sample;
  private final VBox node;
  private @Nullable Facts last;

  /**
   * The section.
   *
   * @param restore closes the data, puts the backup in its place and opens it again
   */
  public DataSection(WindowTools tools, DataCare care, FileChoice files, Consumer<Path> restore) {
    this.language = tools.language();
    this.formats = tools.formats();
    this.background = tools.background();
    this.dialogs = tools.dialogs();
    this.toasts = tools.toasts();
    this.care = care;
    this.files = files;
    this.restore = restore;
    folder.getStyleClass().add("muted");
    size.getStyleClass().add("muted");
    Card place =
        new Card(language.text("shell.data.place"))
            .atEnd(size)
            .row(Card.caption(language.text("shell.data.folder")), folder)
            .row(
                Card.caption(
                    language.text("shell.data.check"), language.text("shell.data.check_why")),
                button("shell.data.check_now", this::check))
            .row(
                Card.caption(
                    language.text("shell.data.trash"), language.text("shell.data.trash_why")),
                button("shell.data.trash_open", () -> tools.navigation().open(Place.of("trash"))));
    sample =
        new Card(language.text("shell.data.sample"))
            .row(
                Card.caption(
                    language.text("shell.data.sample_here"),
                    language.text("shell.data.sample_why")),
                button("shell.data.sample_remove", this::removeSample));
    sample.setVisible(false);
    sample.managedProperty().bind(sample.visibleProperty());
    Card backups =
        new Card(language.text("shell.data.backups"))
            .atEnd(
                button("shell.data.restore_file", this::chooseBackup),
                button("shell.data.back_up_now", this::backUp));
    backups.getChildren().add(list);
    node = new VBox(16, sample, backups, place);
    language.follow(node, this::sayAgain);
    node.getStyleClass().add("rb-settings-section");
  }

  @Override
  public String id() {
    return "data";
  }

  @Override
  public String titleKey() {
    return "shell.data.title";
  }

  @Override
  public Feather icon() {
    return Feather.DATABASE;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    background
        .run(progress -> new Facts(care.folder(), care.size(), care.backups(), care.sample()))
        .orElse(this::problem)
        .then(this::show);
  }

  private record Facts(Path folder, long size, List<DataCare.Backup> backups, boolean sample) {}

  private void sayAgain() {
    Facts facts = last;
    if (facts != null) {
      show(facts);
    }
  }

  private void show(Facts facts) {
    last = facts;
    folder.setText(facts.folder().toString());
    size.setText(formats.bytes(facts.size()));
    sample.setVisible(facts.sample());
    list.getChildren().clear();
    if (facts.backups().isEmpty()) {
      Label none = new Label(language.now("shell.data.no_backups"));
      none.getStyleClass().addAll("muted", "rb-card-row");
      none.setMaxWidth(Double.MAX_VALUE);
      list.getChildren().add(none);
    }
    for (DataCare.Backup backup : facts.backups().stream().limit(SHOWN).toList()) {
      Label when = new Label(formats.moment(backup.at()));
      Label bytes = new Label(formats.bytes(backup.bytes()));
      bytes.getStyleClass().add("muted");
      Button restore = button("shell.data.restore", () -> askRestore(backup.file()));
      restore.getStyleClass().add("small");
      javafx.scene.layout.HBox row = new javafx.scene.layout.HBox(when, bytes, restore);
      row.getStyleClass().add("rb-card-row");
      when.setMaxWidth(Double.MAX_VALUE);
      javafx.scene.layout.HBox.setHgrow(when, javafx.scene.layout.Priority.ALWAYS);
      list.getChildren().add(row);
    }
  }

  private void backUp() {
    Toasts.Shown shown = toasts.show(Toast.progress(language.now("shell.data.backing_up")));
    background
        .run(care::backUp)
        .onProgress((done, total) -> shown.progress(fraction(done, total), ""))
        .orElse(
            e -> {
              shown.close();
              problem(e);
            })
        .then(
            backup -> {
              shown.close();
              toasts.show(
                  Toast.success(
                      language.now(
                          "shell.data.backed_up", backup.file().getFileName().toString())));
              shown();
            });
  }

  private void check() {
    Toasts.Shown shown = toasts.show(Toast.progress(language.now("shell.data.checking")));
    background
        .run(care::check)
        .onProgress((done, total) -> shown.progress(fraction(done, total), ""))
        .orElse(
            e -> {
              shown.close();
              problem(e);
            })
        .then(
            found -> {
              shown.close();
              if (found.isEmpty()) {
                toasts.show(Toast.success(language.now("shell.data.all_well")));
              }
              found.forEach(sentence -> toasts.show(Toast.error(sentence)));
            });
  }

  private void removeSample() {
    background
        .run(
            progress -> {
              care.removeSample();
              return true;
            })
        .orElse(this::problem)
        .then(
            done -> {
              toasts.show(Toast.success(language.now("shell.data.sample_removed")));
              shown();
            });
  }

  private void chooseBackup() {
    files
        .open(
            language.now("shell.data.restore_file"),
            new FileChoice.Filter(language.now("shell.data.backup_files"), List.of("*.zip")))
        .ifPresent(this::askRestore);
  }

  private void askRestore(Path backup) {
    dialogs.ask(
        new Dialogs.Question(
            language.now("shell.data.restore_title"),
            language.now("shell.data.restore_text", String.valueOf(backup.getFileName())),
            language.now("shell.data.keep"),
            language.now("shell.data.restore"),
            () -> restore.accept(backup)));
  }

  private void problem(Throwable e) {
    toasts.show(
        Toast.error(
            e instanceof ProblemException problem
                ? problem.sentence(language.texts())
                : language.now("shell.problem.unexpected")));
  }

  private Button button(String key, Runnable pressed) {
    Button button = new Button();
    ObservableValue<String> text = language.text(key);
    button.textProperty().bind(text);
    button.setOnAction(e -> pressed.run());
    return button;
  }

  private static double fraction(long done, long total) {
    return total <= 0 ? -1 : (double) done / total;
  }
}
