package app.ringbook.lead.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.LeadCleaning.Kind;
import app.ringbook.lead.LeadCleaning.Verdict;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.intake.LeadReport;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.Database;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import app.ringbook.ui.controls.Field;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Leads out of the clipboard: the text, what would become of each row, where they come from, who
 * looks after them. Nothing is written before the button says how many.
 */
final class PasteSheet extends Sheet {
  private static final double WIDE = 640;
  private static final double LIST = 200;
  private static final Duration TYPING_PAUSE = Duration.millis(250);
  private final LeadIntakeModel model;
  private final PhoneNumbers numbers;
  private final Language language;
  private final TextArea text = new TextArea();
  private final TextField source = new TextField();
  private final TextField owner = new TextField();
  private final Label counts = new Label();
  private final ListView<Verdict> rows = new ListView<>();

  /**
   * @param pasted the text to begin with; may be empty
   * @param done told what was taken in
   */
  PasteSheet(
      String pasted,
      LeadIntakeModel model,
      Consumer<Database.Done<LeadIntake.Taken>> done,
      PhoneNumbers numbers,
      Language language) {
    super(language, "lead.paste.title", "lead.paste.take_none");
    this.model = model;
    this.numbers = numbers;
    this.language = language;
    setMaxSize(WIDE, USE_PREF_SIZE);
    setPrefWidth(WIDE);
    text.setId("lead-paste-text");
    text.setPrefRowCount(5);
    text.promptTextProperty().bind(language.text("lead.paste.prompt"));
    text.setText(pasted);
    PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(e -> model.rehearse(text.getText()));
    text.textProperty().addListener(o -> pause.playFromStart());
    rows.setItems(model.verdicts());
    rows.setPrefHeight(LIST);
    rows.getStyleClass().add("lead-verdicts");
    rows.accessibleTextProperty().bind(language.text("lead.paste.rows"));
    rows.setCellFactory(view -> new VerdictCell());
    counts.getStyleClass().add("strong");
    add(new Field(language.text("lead.paste.text"), text));
    HBox both =
        new HBox(
            12,
            new Field(language.text("lead.field.source"), source),
            new Field(language.text("lead.field.owner"), owner));
    both.getChildren().forEach(one -> HBox.setHgrow(one, Priority.ALWAYS));
    add(both);
    add(counts);
    add(rows);
    startAt(pasted.isBlank() ? text : source);
    model.verdicts().addListener((ListChangeListener<Verdict>) change -> count());
    onSave(() -> save(done));
    model.verdicts().clear();
    count();
    model.rehearse(pasted);
  }

  private long fresh() {
    return LeadIntake.count(model.verdicts(), Kind.FRESH);
  }

  private void count() {
    counts.setText(
        model.verdicts().isEmpty()
            ? language.now("lead.paste.nothing")
            : language.now(
                "lead.intake.counts",
                fresh(),
                LeadIntake.count(model.verdicts(), Kind.DUPLICATE),
                LeadIntake.count(model.verdicts(), Kind.UNREACHABLE)));
    saveButton().textProperty().unbind();
    saveButton().setText(language.now("lead.paste.take", fresh()));
    saveButton().setDisable(fresh() == 0);
  }

  private void save(Consumer<Database.Done<LeadIntake.Taken>> done) {
    saveButton().setDisable(true);
    model.take(
        text.getText(),
        source.getText(),
        owner.getText(),
        taken -> {
          close();
          done.accept(taken);
        },
        refused -> {
          saveButton().setDisable(false);
          problem(refused.sentence(language.texts()));
        });
  }

  private final class VerdictCell extends ListCell<Verdict> {
    VerdictCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Verdict verdict, boolean empty) {
      super.updateItem(verdict, empty);
      setText(null);
      setGraphic(null);
      if (empty || verdict == null) {
        return;
      }
      Label who = new Label(verdict.row().lead().title());
      who.getStyleClass().add("strong");
      who.setMinWidth(0);
      PhoneNumber number = verdict.row().lead().number();
      Label called = new Label(number == null ? "" : numbers.shown(number));
      called.getStyleClass().add("muted");
      called.setMinWidth(0);
      HBox.setHgrow(called, Priority.ALWAYS);
      called.setMaxWidth(Double.MAX_VALUE);
      boolean fresh = verdict.kind() == Kind.FRESH;
      String why =
          fresh ? language.now("lead.paste.fresh") : LeadReport.why(verdict, language.texts());
      HBox line =
          new HBox(
              12, who, called, new Badge(fresh ? Badge.Kind.SUCCESS : Badge.Kind.WARNING, why));
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
      setAccessibleText(
          language.now("lead.intake.row", verdict.row().number(), who.getText(), why));
    }
  }
}
