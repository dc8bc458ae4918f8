package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.kind.Decision;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What becomes of every row, by outcome, with the reasons; nothing is written yet. */
final class ReviewStep extends BorderPane {
  private static final double ROW = 36;
  private static final double LEAST_WHY = 240;
  private static final double FIRST = 88;
  private static final double OTHER_COLUMNS = FIRST + 300 + 120 + 20;
  private final ImportModel model;
  private final Language language;
  private final Formats formats;
  private final HBox chips = new HBox();
  private final Label sum = new Label();
  private final TableView<RowResult> table = new TableView<>();
  private final Button commit = new Button();
  private final TwinsPane twins;
  private @Nullable Outcome shown;

  ReviewStep(ImportModel model, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    getStyleClass().add("review-step");
    chips.getStyleClass().addAll("filter-row", "review-chips");
    sum.getStyleClass().add("muted");
    sum.setWrapText(true);
    HBox ledger = new HBox(sum);
    ledger.getStyleClass().add("filter-row");
    setTop(new VBox(ledger, chips));
    columns();
    setCenter(table);
    twins = new TwinsPane(model.deciding(), language, formats, this::next);
    setBottom(new VBox(twins, footer()));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, before, now) -> model.deciding().choose(now));
    table.setOnKeyPressed(
        e -> {
          if (twins.answer(e.getText())) {
            e.consume();
          }
        });
    model.trial().rehearsalProperty().addListener((o, before, now) -> fill());
    fill();
  }

  private void columns() {
    table.setFixedCellSize(ROW);
    table.setPlaceholder(new Label(language.now("spreadsheet.review.checking")));
    column("spreadsheet.review.row", FIRST, r -> formats.count(r.number()))
        .getStyleClass()
        .add("page-edge");
    column(
        "spreadsheet.review.customer",
        300,
        r -> r.name().isEmpty() ? language.now("spreadsheet.review.noName") : r.name());
    column("spreadsheet.review.outcome", 120, this::outcome);
    TableColumn<RowResult, String> why = column("spreadsheet.review.why", LEAST_WHY, this::why);
    why.prefWidthProperty()
        .bind(Bindings.max(LEAST_WHY, table.widthProperty().subtract(OTHER_COLUMNS)));
  }

  private TableColumn<RowResult, String> column(
      String key, double width, Function<RowResult, String> text) {
    TableColumn<RowResult, String> column = new TableColumn<>(language.now(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(r -> new ReadOnlyStringWrapper(text.apply(r.getValue())));
    table.getColumns().add(column);
    return column;
  }

  private String outcome(RowResult row) {
    if (!model.deciding().asks() || row.outcome() != Outcome.DUPLICATE || row.twinId() == 0) {
      return language.now(row.outcome().labelKey());
    }
    Decision decision = model.deciding().of(row);
    return language.now(
        decision == null ? "spreadsheet.review.open" : decision.choice().labelKey());
  }

  /** The next row waits; what all rows come to is found out anew. */
  private void next() {
    commit.setDisable(true);
    int at = table.getSelectionModel().getSelectedIndex();
    table.requestFocus();
    table.getSelectionModel().clearAndSelect(Math.min(at + 1, table.getItems().size() - 1));
    table.refresh();
  }

  private String why(RowResult row) {
    RowDraft.Refusal refusal = row.refusal();
    if (refusal != null) {
      return language.now(refusal.kind().reasonKey(), refusal.column(), refusal.limit());
    }
    if (row.outcome() == Outcome.NEW && row.twinId() == 0) {
      return language.now("spreadsheet.why.new");
    }
    String by = language.now("spreadsheet.why." + row.why().name().toLowerCase(Locale.ROOT));
    if (row.outcome() == Outcome.DUPLICATE && row.twinRow() > 0) {
      String name = row.twin() == null ? "" : row.twin();
      return language.now("spreadsheet.why.row", row.twinRow(), by, name);
    }
    String twin = row.twin();
    return twin == null ? by : language.now("spreadsheet.why.stored", twin, by);
  }

  private Node footer() {
    Label safe =
        new Label(language.now("spreadsheet.match.safe"), Icons.of(Feather.ARCHIVE, "muted"));
    safe.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button cancel = new Button(language.now("spreadsheet.match.cancel"));
    cancel.getStyleClass().add("flat");
    cancel.setOnAction(e -> model.startOver());
    Button back = new Button(language.now("spreadsheet.match.back"));
    back.setOnAction(e -> model.back());
    commit.setId("commit");
    commit.getStyleClass().add("accent");
    commit.setOnAction(e -> model.commit());
    HBox footer = new HBox(safe, space, cancel, back, commit);
    footer.getStyleClass().add("import-footer");
    return footer;
  }

  private void fill() {
    Rehearsal rehearsal = model.trial().rehearsalProperty().get();
    commit.setDisable(!model.canCommit());
    if (rehearsal == null) {
      sum.setText(language.now("spreadsheet.review.checking"));
      chips.getChildren().clear();
      table.getItems().clear();
      commit.setText(language.now("spreadsheet.review.commit", model.rowCount()));
      return;
    }
    sum.setText(ledger("spreadsheet.review.sum", rehearsal, language));
    commit.setText(
        language.now(
            "spreadsheet.review.commit", rehearsal.read() - rehearsal.count(Outcome.REFUSED)));
    Outcome last = shown;
    Outcome first = last != null && rehearsal.count(last) > 0 ? last : start(rehearsal);
    ToggleGroup group = new ToggleGroup();
    chips.getChildren().clear();
    for (Outcome outcome : Outcome.values()) {
      Chip chip =
          new Chip(
              language.text(
                  "spreadsheet.review.chip",
                  language.now(outcome.labelKey()),
                  rehearsal.count(outcome)));
      chip.setToggleGroup(group);
      chip.setId("chip-" + outcome.name().toLowerCase(Locale.ROOT));
      chip.setDisable(rehearsal.count(outcome) == 0);
      chip.setOnAction(e -> show(chip, rehearsal, outcome));
      chips.getChildren().add(chip);
      if (outcome == first) {
        show(chip, rehearsal, outcome);
      }
    }
  }

  /** The sentence that adds up: read = new + updated + same + duplicate + refused. */
  static String ledger(String key, Rehearsal rehearsal, Language language) {
    return language.now(
        key,
        rehearsal.read(),
        rehearsal.count(Outcome.NEW),
        rehearsal.count(Outcome.UPDATED),
        rehearsal.count(Outcome.SAME),
        rehearsal.count(Outcome.DUPLICATE),
        rehearsal.count(Outcome.REFUSED));
  }

  /** Refused rows first: they are what a person can do something about. */
  private @Nullable Outcome start(Rehearsal rehearsal) {
    if (model.deciding().asks() && rehearsal.count(Outcome.DUPLICATE) > 0) {
      return Outcome.DUPLICATE;
    }
    if (rehearsal.count(Outcome.REFUSED) > 0) {
      return Outcome.REFUSED;
    }
    return Arrays.stream(Outcome.values())
        .filter(o -> rehearsal.count(o) > 0)
        .findFirst()
        .orElse(null);
  }

  private void show(Chip chip, Rehearsal rehearsal, Outcome outcome) {
    chip.setSelected(true);
    RowResult before = table.getSelectionModel().getSelectedItem();
    boolean same = outcome == shown;
    shown = outcome;
    table.getItems().setAll(rehearsal.rows(outcome));
    int at = 0;
    for (int i = 0; same && before != null && i < table.getItems().size(); i++) {
      at = table.getItems().get(i).number() <= before.number() ? i : at;
    }
    if (model.deciding().asks() && !table.getItems().isEmpty()) {
      table.getSelectionModel().clearAndSelect(at);
      table.scrollTo(Math.max(0, at - 3));
      if (!same) {
        Fx.later(table::requestFocus);
      }
    }
  }
}
