package app.ringbook.customer.view.twins;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.merge.MergeDraft;
import app.ringbook.customer.view.FieldWords;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.Language;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/**
 * Makes one customer of several: a column for each, a row for each field in which they differ, and
 * in each row the value that stays. What several give together (tags, notes) needs no choice.
 */
public final class MergeSheet extends Sheet {
  private static final double COLUMN = 200;
  private static final double HIGHEST = 460;
  private final Surroundings around;
  private final FieldWords words;
  private final MergeDraft draft;
  private final GridPane grid = new GridPane();

  /** Opens the sheet for some customers. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Reads them and asks what to take of each.
     *
     * @param done called once they are one
     */
    void open(List<Long> customerIds, Runnable done);
  }

  private MergeSheet(Surroundings around, TwinsBook book, MergeDraft draft, Runnable done) {
    super(around.language(), "customer.merge.title", "customer.merge.save");
    this.around = around;
    this.draft = draft;
    this.words = new FieldWords(around.language(), around.formats());
    double width = COLUMN * (draft.records().size() + 1);
    setPrefWidth(width);
    setMaxWidth(width);
    Label what = new Label(around.language().now("customer.merge.text"));
    what.setWrapText(true);
    what.getStyleClass().add("secondary");
    add(what);
    grid.getStyleClass().add("merge-grid");
    grid.setHgap(12);
    grid.setVgap(8);
    for (int i = 0; i <= draft.records().size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / (draft.records().size() + 1));
      grid.getColumnConstraints().add(column);
    }
    fill();
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HIGHEST);
    add(scroll);
    onSave(
        () ->
            around
                .changes()
                .make(
                    () -> book.merge(draft),
                    () -> {
                      close();
                      done.run();
                    },
                    e -> problem(Problems.sentence(e, around.language().texts())),
                    "customer.merge.done",
                    draft.records().size(),
                    draft.result().customer().name()));
  }

  /** Opens sheets over the window. */
  public static Opener opener(Surroundings around, TwinsBook book) {
    return (ids, done) ->
        around
            .background()
            .run(progress -> book.draft(ids))
            .orElse(around.changes()::report)
            .then(draft -> new MergeSheet(around, book, draft, done).showOn(around.dialogs()));
  }

  private void fill() {
    grid.getChildren().clear();
    Language language = around.language();
    grid.add(caption(language.now("customer.merge.stays")), 0, 0);
    ToggleGroup stays = new ToggleGroup();
    int column = 1;
    for (CustomerRecord record : draft.records()) {
      long id = record.customer().id();
      RadioButton keep = button(record.customer().name(), stays, id == draft.keep());
      keep.setId("merge-keep-" + id);
      keep.getStyleClass().add("strong");
      keep.setOnAction(
          e -> {
            draft.keep(id);
            fill();
          });
      grid.add(keep, column++, 0);
    }
    int row = 1;
    for (Field<CustomerRecord> field : draft.differing()) {
      row(field, row++);
    }
  }

  private void row(Field<CustomerRecord> field, int row) {
    grid.add(caption(field.label(around.language().texts())), 0, row);
    ToggleGroup group = new ToggleGroup();
    Long source = draft.source(field);
    int column = 1;
    for (CustomerRecord record : draft.records()) {
      long id = record.customer().id();
      @Nullable Object value = field.value(record);
      RadioButton take =
          button(
              value == null ? "—" : words.shown(field, value),
              group,
              source != null && source == id);
      take.setId("merge-" + field.key() + "-" + id);
      take.setOnAction(e -> draft.choose(field.key(), id));
      grid.add(take, column++, row);
    }
  }

  private static RadioButton button(String text, ToggleGroup group, boolean chosen) {
    RadioButton button = new RadioButton(text.lines().findFirst().orElse("—"));
    button.setToggleGroup(group);
    button.setSelected(chosen);
    button.setTooltip(new Tooltip(text));
    return button;
  }

  private static Label caption(String text) {
    Label caption = new Label(text);
    caption.getStyleClass().add("secondary");
    return caption;
  }
}
