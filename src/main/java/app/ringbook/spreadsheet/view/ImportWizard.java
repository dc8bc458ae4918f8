package app.ringbook.spreadsheet.view;

import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.ui.Action;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The page of an import: four steps under one header. An import goes on while other pages are
 * shown; a toast follows it then.
 */
public final class ImportWizard implements Page {
  /** The page's name in {@link Place}. */
  public static final String ID = "import";

  private final ImportModel model;
  private final Language language;
  private final Formats formats;
  private final FileChoice files;
  private final Toasts toasts;
  private final Navigation navigation;
  private final BorderPane pane = new BorderPane();
  private final VBox top = new VBox();
  private Toasts.@Nullable Shown running;
  private boolean front;

  /** Everything the page works with; built once. */
  public ImportWizard(
      ImportModel model,
      Language language,
      Formats formats,
      FileChoice files,
      Toasts toasts,
      Navigation navigation) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    this.files = files;
    this.toasts = toasts;
    this.navigation = navigation;
    pane.getStyleClass().add("import-wizard");
    pane.setTop(top);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.stepProperty().addListener((o, before, now) -> show(now));
    language.follow(pane, () -> show(step()));
    model.problemProperty().addListener((o, before, now) -> problem(now));
    model.work().progressProperty().addListener((o, before, now) -> progress(now));
    model.work().doneProperty().addListener((o, before, now) -> done(now));
    model.busyProperty().addListener((o, before, now) -> endOfWork(now));
    model.past().runsProperty().addListener((o, before, now) -> interrupted(before, now));
    show(ImportStep.FILE);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Node node() {
    return pane;
  }

  @Override
  public void shown() {
    front = true;
    closeToast();
  }

  @Override
  public void hidden() {
    front = false;
    progress(model.work().progressProperty().get());
  }

  @Override
  public List<Action> actions() {
    return List.of(Action.of("import.file", "spreadsheet.file.choose", "Ctrl O", this::chooseFile));
  }

  /** Once after the start: an import that a crash or a power cut ended is told. */
  private void interrupted(@Nullable List<ImportRun> before, @Nullable List<ImportRun> now) {
    if (before != null || now == null || model.busyProperty().get()) {
      return;
    }
    now.stream()
        .filter(run -> run.state() == ImportRun.State.RUNNING)
        .findFirst()
        .ifPresent(
            run ->
                toasts.show(
                    Toast.warning(
                            language.now(
                                "spreadsheet.past.interrupted", run.fileName(), run.rowsDone()))
                        .with(
                            language.now("spreadsheet.past.open"),
                            () -> navigation.open(Place.of(ID)))));
  }

  private ImportStep step() {
    return model.stepProperty().get();
  }

  /** Steps are made anew when they are shown, in the present language. */
  private void show(ImportStep step) {
    top.getChildren().setAll(new WizardHeader(model, language, formats));
    problem(model.problemProperty().get());
    pane.setCenter(
        switch (step) {
          case FILE -> new FileStep(model, language, formats, this::chooseFile);
          case MATCH -> new MatchStep(model, language, formats);
          case REVIEW -> new ReviewStep(model, language, formats);
          case DONE -> new DoneStep(model, language, formats, this::saveRefused, this::customers);
        });
  }

  private void chooseFile() {
    files
        .open(
            language.now("spreadsheet.file.title"),
            new FileChoice.Filter(
                language.now("spreadsheet.file.kind"),
                List.of("*.xlsx", "*.xls", "*.csv", "*.tsv", "*.txt", "*.xlsm")),
            new FileChoice.Filter(language.now("spreadsheet.file.all"), List.of("*.*")))
        .ifPresent(model::open);
  }

  private void saveRefused() {
    files
        .save(
            language.now("spreadsheet.refused.title"),
            language.now("spreadsheet.refused.file", model.fileName().replaceAll("\\.[^.]*$", "")),
            new FileChoice.Filter(language.now("spreadsheet.file.workbook"), List.of("*.xlsx")))
        .ifPresent(target -> model.saveRefused(target, language.texts()));
  }

  private void customers() {
    navigation.open(Place.of("customers"));
  }

  private void problem(@Nullable ProblemException problem) {
    top.getChildren().removeIf(node -> node.getStyleClass().contains("import-problem"));
    if (problem == null) {
      return;
    }
    String sentence = problem.sentence(language.texts());
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox bar =
        new HBox(
            Icons.of(Feather.ALERT_CIRCLE, "danger"),
            text,
            Icons.button(
                Feather.X, language.text("spreadsheet.problem.close"), () -> problem(null)));
    bar.getStyleClass().add("import-problem");
    top.getChildren().add(bar);
    if (!front) {
      toasts.show(Toast.error(sentence));
    }
  }

  private void progress(ImportProgress now) {
    if (front || !model.busyProperty().get() || step() != ImportStep.DONE) {
      return;
    }
    if (running == null) {
      running =
          toasts.show(
              Toast.progress(language.now("spreadsheet.toast.running", model.fileName()))
                  .with(language.now("spreadsheet.done.stop"), model.work()::stop));
    }
    running.progress(now.fraction(), now.total() < 0 ? "" : now.line(language, formats));
  }

  private void done(ImportLine.@Nullable Done result) {
    if (result != null && !front) {
      toasts.show(
          Toast.success(
                  language.now(
                      result.finished() ? "spreadsheet.toast.done" : "spreadsheet.toast.stopped",
                      model.fileName(),
                      result.rows().read()))
              .with(language.now("spreadsheet.done.undo"), model::undo));
    }
  }

  private void endOfWork(boolean busy) {
    if (!busy) {
      closeToast();
    }
  }

  private void closeToast() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  private void key(KeyEvent event) {
    boolean enter = event.getCode() == KeyCode.ENTER && event.isShortcutDown();
    if (enter && step() == ImportStep.MATCH) {
      model.review();
      event.consume();
    } else if (enter && step() == ImportStep.REVIEW && model.canCommit()) {
      model.commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && step() == ImportStep.REVIEW) {
      model.back();
      event.consume();
    }
  }
}
