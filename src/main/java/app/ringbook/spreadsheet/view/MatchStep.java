package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every column with its first values and the field it fills; at right what is wrong with them. */
final class MatchStep extends BorderPane {
  private final ImportModel model;
  private final Language language;
  private final Label count = new Label();
  private final VBox table = new VBox();
  private final Button review = new Button();
  private final ComboBox<RecordKind> kinds = new ComboBox<>();
  private @Nullable Fields shown;

  MatchStep(ImportModel model, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    ScrollPane columns = new ScrollPane(table);
    columns.setFitToWidth(true);
    columns.getStyleClass().add("import-scroll");
    VBox.setVgrow(columns, Priority.ALWAYS);
    VBox left = new VBox(summary(), heads(), columns, new RowPreview(model, language));
    setCenter(left);
    setRight(new ProblemsPanel(model, language, formats));
    setBottom(footer());
    model.matching().matchProperty().addListener((o, before, now) -> refresh());
    model.trial().rehearsalProperty().addListener((o, before, now) -> refresh());
    refresh();
  }

  private HBox summary() {
    count.getStyleClass().add("strong");
    Label hint = new Label();
    hint.getStyleClass().add("muted");
    boolean remembered = model.matching().rememberedProperty().get();
    hint.setText(
        language.now(remembered ? "spreadsheet.match.remembered" : "spreadsheet.match.languages"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    hint.setMinWidth(0);
    Label becomes = new Label(language.now("spreadsheet.kind.choose"));
    becomes.getStyleClass().add("muted");
    becomes.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(becomes, kinds(), count, hint, space, source());
    count.setMinWidth(Region.USE_PREF_SIZE);
    if (remembered) {
      LinkButton anew =
          new LinkButton(language.text("spreadsheet.match.anew"), model.matching()::matchAnew);
      box.getChildren().add(anew);
    }
    box.getStyleClass().add("filter-row");
    return box;
  }

  private ComboBox<RecordKind> kinds() {
    kinds.setId("import-kind");
    kinds.setMinWidth(130);
    kinds.setAccessibleText(language.now("spreadsheet.kind.choose"));
    kinds.getItems().setAll(model.matching().kinds());
    kinds.setCellFactory(list -> kind());
    kinds.setButtonCell(kind());
    kinds.setValue(model.matching().kind());
    kinds.valueProperty().addListener((o, before, now) -> model.matching().become(now));
    return kinds;
  }

  private ListCell<RecordKind> kind() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable RecordKind item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : language.now(item.labelKey()));
      }
    };
  }

  private TextField source() {
    TextField source = new TextField();
    source.setId("import-source");
    source.setMinWidth(150);
    source.setPromptText(language.now("spreadsheet.match.source"));
    source.setAccessibleText(language.now("spreadsheet.match.source"));
    String now = model.matching().optionsProperty().get().rules().source();
    source.setText(now == null ? "" : now);
    source.setOnAction(e -> model.matching().cameFrom(source.getText()));
    source
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused) {
                model.matching().cameFrom(source.getText());
              }
            });
    return source;
  }

  private HBox heads() {
    HBox heads = new HBox();
    heads.getStyleClass().addAll("import-row", "import-heads");
    heads
        .getChildren()
        .addAll(
            head("", "letter"),
            head("spreadsheet.match.column", "name"),
            head("spreadsheet.match.values", "values"),
            head("", "arrow"),
            head("spreadsheet.match.field", "field"),
            head("spreadsheet.match.check", "check"));
    return heads;
  }

  private Label head(String key, String styleClass) {
    Label head = new Label(key.isEmpty() ? "" : language.now(key));
    head.getStyleClass().addAll("import-" + styleClass, "muted");
    if (styleClass.equals("values")) {
      HBox.setHgrow(head, Priority.ALWAYS);
      head.setMaxWidth(Double.MAX_VALUE);
    }
    return head;
  }

  private HBox footer() {
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
    review.setId("review");
    review.getStyleClass().add("accent");
    review.setDefaultButton(false);
    review.setOnAction(e -> model.review());
    HBox footer = new HBox(safe, space, cancel, back, review);
    footer.getStyleClass().add("import-footer");
    return footer;
  }

  private void rows(ColumnMatch match) {
    shown = match.fields();
    table.getChildren().clear();
    match
        .columns()
        .forEach(c -> table.getChildren().add(new ColumnRow(model, language, match.fields(), c)));
  }

  private void refresh() {
    ColumnMatch match = model.matching().matchProperty().get();
    if (match == null) {
      return;
    }
    kinds.setValue(model.matching().kind());
    if (match.fields() != shown) {
      rows(match);
    }
    count.setText(
        language.now("spreadsheet.match.count", match.matched().size(), match.columns().size()));
    review.setText(language.now("spreadsheet.match.review", model.rowCount()));
    review.setDisable(!model.canReview());
    review.setAccessibleHelp(
        match.has(CustomerFields.NAME) ? null : language.now("spreadsheet.match.needName"));
    for (int i = 0; i < table.getChildren().size() && i < match.columns().size(); i++) {
      if (table.getChildren().get(i) instanceof ColumnRow row) {
        row.refresh(match.columns().get(i), model.trial().rehearsalProperty().get());
      }
    }
  }
}
