package app.ringbook.call.view;

import app.ringbook.call.outside.FoundAudio;
import app.ringbook.customer.view.Problems;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.EmptyState;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page on which a folder of recordings is looked through and taken in. */
public final class OutsidePage implements Page {
  /** The page's name in {@link app.ringbook.ui.Place}. */
  public static final String ID = "outside-audio";

  private static final double ROW = 36;

  private final OutsideModel model;
  private final Language language;
  private final Formats formats;
  private final FileChoice files;
  private final Toasts toasts;
  private final BorderPane pane = new BorderPane();
  private final TableView<FoundAudio> table = new TableView<>();
  private final Label count = new Label();
  private final Button take = new Button();
  private final Button other = new Button();
  private final EmptyState empty;

  /** Everything the page works with; built once. */
  public OutsidePage(
      OutsideModel model, FileChoice files, Language language, Formats formats, Toasts toasts) {
    this.model = model;
    this.files = files;
    this.language = language;
    this.formats = formats;
    this.toasts = toasts;
    empty =
        new EmptyState(
                Feather.FOLDER,
                language.text("call.outside.empty"),
                language.text("call.outside.text"))
            .button(language.text("call.outside.choose"), this::choose);
    pane.getStyleClass().add("outside-page");
    pane.setTop(header());
    columns();
    model.found().addListener((ListChangeListener<FoundAudio>) change -> fill());
    model.busyProperty().addListener((o, was, now) -> fill());
    language.follow(pane, this::fill);
    fill();
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(language.text("call.outside.title"));
    title.getStyleClass().add("page-title");
    count.getStyleClass().add("secondary");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    other.textProperty().bind(language.text("call.outside.choose"));
    other.disableProperty().bind(model.busyProperty());
    other.setOnAction(e -> choose());
    take.getStyleClass().add("accent");
    take.setOnAction(e -> model.take(this::done, this::failed));
    HBox header = new HBox(title, count, space, other, take);
    header.getStyleClass().add("page-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void columns() {
    table.getStyleClass().add("found-audio");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("file", 316, f -> f.file().getFileName().toString()));
    table.getColumns().add(column("at", 160, f -> formats.moment(f.at())));
    table.getColumns().add(column("number", 160, OutsidePage::number));
    table.getColumns().add(column("place", 320, this::place));
  }

  private TableColumn<FoundAudio, String> column(
      String name, double width, Function<FoundAudio, String> text) {
    TableColumn<FoundAudio, String> column = new TableColumn<>();
    column.textProperty().bind(language.text("call.outside.column." + name));
    column.setPrefWidth(width);
    column.getStyleClass().add(name);
    column.setSortable(false);
    column.setCellValueFactory(
        row -> new javafx.beans.property.SimpleStringProperty(text.apply(row.getValue())));
    return column;
  }

  private static String number(FoundAudio file) {
    return file.number() == null ? "—" : file.number().raw();
  }

  private String place(FoundAudio file) {
    String key = "call.outside.place." + file.place().name().toLowerCase(Locale.ROOT);
    return language.now(key, file.name() == null ? number(file) : file.name());
  }

  private void fill() {
    table.getItems().setAll(model.found());
    int wanted = model.wanted().size();
    take.setText(language.now("call.outside.take", wanted));
    take.setDisable(model.busyProperty().get() || wanted == 0);
    boolean some = model.folderProperty().get() != null;
    // The empty page has its one button in its middle.
    other.setVisible(some);
    take.setVisible(some);
    count.setText(some ? language.now("call.outside.count", model.found().size()) : "");
    pane.setCenter(model.busyProperty().get() ? busy() : some ? table : empty);
  }

  private Node busy() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setPrefWidth(320);
    Button cancel = new Button(language.now("call.page.cancel"));
    cancel.setOnAction(e -> model.cancel());
    VBox box = new VBox(12, bar, cancel);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private void choose() {
    files
        .folder(language.now("call.outside.choose"))
        .ifPresent(folder -> model.look(folder, this::failed));
  }

  private void done(OutsideModel.Done done) {
    toasts.show(
        done.failed() == 0
            ? Toast.success(language.now("call.outside.done", done.taken()))
            : Toast.warning(language.now("call.outside.partly", done.taken(), done.failed())));
  }

  private void failed(Throwable failure) {
    toasts.show(Toast.error(Problems.sentence(failure, language.texts())));
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
    fill();
  }

  @Override
  public void hidden() {}
}
