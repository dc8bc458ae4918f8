package app.ringbook.customer.view.history;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.history.CustomerHistory;
import app.ringbook.customer.history.HistoryLine;
import app.ringbook.customer.history.HistoryLine.OfField;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.Language;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a customer: everything or one field, who, when, from what to what and by which
 * change. A chosen change of a field can be taken back: the field gets its earlier value, as an
 * edit that can be undone.
 */
public final class HistorySheet extends Sheet {
  private static final double WIDTH = 720;
  private static final double ROW = 52;
  private static final double HEIGHT = 8 * ROW + 2;
  private static final int NEAR_END = 10;
  private final Surroundings around;
  private final Language language;
  private final HistoryModel model;
  private final ListView<HistoryLine> list = new ListView<>();
  private final Label state = new Label();

  /** Opens the history of a customer. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Over the window.
     *
     * @param field key of the field to tell of, or null for everything
     */
    void open(long customerId, @Nullable String field);
  }

  /** Opens sheets over the window. */
  public static Opener opener(Surroundings around, CustomerHistory history) {
    return (id, field) ->
        new HistorySheet(around, new HistoryModel(history, around.background(), id, field))
            .showOn(around.dialogs());
  }

  private HistorySheet(Surroundings around, HistoryModel model) {
    super(around.language(), "customer.history.title", "customer.history.take_back");
    this.around = around;
    this.language = around.language();
    this.model = model;
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    add(fields());
    list.setId("history");
    list.setFixedCellSize(ROW);
    list.setPrefHeight(HEIGHT);
    list.setItems(model.lines());
    list.setPlaceholder(state);
    list.setCellFactory(view -> new Cell());
    list.accessibleTextProperty().bind(language.text("customer.history.title"));
    add(list);
    startAt(list);
    list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> allow(now));
    allow(null);
    onSave(this::takeBack);
    model.shownProperty().addListener((o, was, now) -> tell());
    tell();
    model.read();
  }

  /** A line that asks for more when the end comes near. */
  private final class Cell extends HistoryLineCell {
    Cell() {
      super(language, around.formats());
    }

    @Override
    protected void updateItem(@Nullable HistoryLine line, boolean empty) {
      super.updateItem(line, empty);
      if (!empty && getIndex() > model.lines().size() - NEAR_END) {
        model.more();
      }
    }
  }

  private ComboBox<String> fields() {
    ComboBox<String> choice = new ComboBox<>();
    choice.setId("history-field");
    choice.getItems().add("");
    model.fields().forEach(f -> choice.getItems().add(f.key()));
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String key) {
            return key == null || key.isEmpty()
                ? language.now("customer.history.everything")
                : model.fields().stream()
                    .filter(f -> f.key().equals(key))
                    .findFirst()
                    .map((Field<CustomerRecord> f) -> f.label(language.texts()))
                    .orElse(key);
          }

          @Override
          public String fromString(@Nullable String text) {
            return text == null ? "" : text;
          }
        });
    String first = model.fieldProperty().get();
    choice.setValue(first == null ? "" : first);
    choice
        .valueProperty()
        .addListener(
            (o, was, now) -> model.fieldProperty().set(now == null || now.isEmpty() ? null : now));
    choice
        .accessibleTextProperty()
        .bind(Bindings.createStringBinding(() -> language.now("customer.history.field"), language));
    return choice;
  }

  private void tell() {
    Throwable problem = model.problemProperty().get();
    state.setText(
        switch (model.shownProperty().get()) {
          case LOADING, LINES -> "";
          case EMPTY -> language.now("customer.history.empty");
          case FAILED -> problem == null ? "" : Problems.sentence(problem, language.texts());
        });
  }

  private void allow(@Nullable HistoryLine chosen) {
    saveButton()
        .setDisable(
            chosen == null || !(chosen.what() instanceof OfField one) || !one.field().editable());
  }

  private void takeBack() {
    HistoryLine chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.what() instanceof OfField one) {
      around
          .changes()
          .make(
              () -> model.takeBack(one),
              model::read,
              e -> problem(Problems.sentence(e, language.texts())),
              "customer.history.taken_back",
              one.field().label(language.texts()));
    }
  }
}
