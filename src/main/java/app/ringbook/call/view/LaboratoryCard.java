package app.ringbook.call.view;

import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.capture.Capture;
import app.ringbook.telephony.capture.LineDiagnosis;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The line laboratory in the settings: live bytes, a judgement, capture and replay. */
public final class LaboratoryCard extends VBox {
  private static final double ROW = 18;
  private static final int MOST_A_ROW = 16;
  private static final int LEAST_A_ROW = 4;

  /** Edges of a row, the scroll bar, and an arrow that may be wider than a letter. */
  private static final double BESIDE_ROWS = 44;

  private final LaboratoryModel model;
  private final Background background;
  private final FileChoice files;
  private final Language language;
  private final Toasts toasts;
  private final ComboBox<LinkStatus> kit = new ComboBox<>();
  private final ListView<String> bytes = new ListView<>();
  private final Label judgement = new Label();
  private final Label size = new Label();

  /** Ten letters as the rows are written. */
  private final Text ten = new Text("0000000000");

  private final Button capture = new Button();
  private final Button replay = new Button();

  /** Port of the capture that is about to be played. */
  private @Nullable String wanted;

  private final Timeline ticks = new Timeline(new KeyFrame(Duration.millis(500), e -> refresh()));

  /** Empty until it is shown. */
  public LaboratoryCard(
      LaboratoryModel model,
      Background background,
      FileChoice files,
      Language language,
      Toasts toasts) {
    this.model = model;
    this.background = background;
    this.files = files;
    this.language = language;
    this.toasts = toasts;
    kit.setCellFactory(view -> new KitCell());
    kit.setButtonCell(new KitCell());
    kit.accessibleTextProperty().bind(language.text("call.lab.kit"));
    kit.valueProperty().addListener((o, was, now) -> show());
    bytes.getStyleClass().add("lab-bytes");
    ten.setFont(Font.font("monospace", 12));
    bytes.setFixedCellSize(ROW);
    bytes.setPrefHeight(ROW * 9 + 2);
    bytes.accessibleTextProperty().bind(language.text("call.lab.bytes"));
    Label nothing = new Label();
    nothing.textProperty().bind(language.text("call.lab.nothing"));
    nothing.getStyleClass().add("secondary");
    bytes.setPlaceholder(nothing);
    judgement.setWrapText(true);
    judgement.getStyleClass().add("secondary");
    size.getStyleClass().add("secondary");
    capture.setOnAction(e -> toggle());
    replay.textProperty().bind(language.text("call.lab.replay"));
    replay.getStyleClass().add("flat");
    replay.setOnAction(e -> choose());
    HBox buttons = new HBox(8, capture, replay, size);
    buttons.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox body = new VBox(8, judgement, bytes, buttons);
    body.getStyleClass().add("line-body");
    Card card = new Card(language.text("call.lab.title")).atEnd(kit);
    card.getChildren().add(body);
    getChildren().setAll(card);
    ticks.setCycleCount(Timeline.INDEFINITE);
    language.follow(this, this::show);
    refresh();
  }

  void start() {
    refresh();
    ticks.play();
  }

  void stop() {
    ticks.stop();
  }

  private void refresh() {
    List<LinkStatus> kits = model.kits();
    LinkStatus chosen = kit.getValue();
    if (!kit.isShowing() && !kits.equals(kit.getItems())) {
      kit.getItems().setAll(kits);
      kit.setValue(
          kits.stream()
              .filter(k -> chosen != null && k.kit().equals(chosen.kit()))
              .findFirst()
              .orElse(kits.isEmpty() ? null : kits.getFirst()));
    }
    turn(kits);
    kit.setVisible(kits.size() > 1);
    show();
  }

  /** Looks at a capture once it is played. */
  private void turn(List<LinkStatus> kits) {
    kits.stream()
        .filter(k -> k.port().equals(wanted))
        .findFirst()
        .ifPresent(
            played -> {
              wanted = null;
              kit.setValue(played);
            });
  }

  private void show() {
    LinkStatus of = kit.getValue();
    boolean capturing = model.capturing();
    capture.setText(language.now(capturing ? "call.lab.save" : "call.lab.capture"));
    capture.setDisable(of == null && !capturing);
    size.setText(capturing ? language.now("call.lab.captured", model.captured()) : "");
    judgement.setText(of == null ? language.now("call.lab.no_kit") : judged(of));
    List<String> rows = of == null ? List.of() : model.rows(of, fitting());
    boolean newest = !bytes.isFocused();
    if (!rows.equals(bytes.getItems())) {
      bytes.getItems().setAll(rows);
      if (newest && !rows.isEmpty()) {
        bytes.scrollTo(rows.size() - 1);
      }
    }
  }

  /** As many bytes as stand in a row without scrolling sideways, by fours. */
  private int fitting() {
    double letter = ten.getLayoutBounds().getWidth() / ten.getText().length();
    double room = (bytes.getWidth() - BESIDE_ROWS) / letter;
    int fits = MOST_A_ROW;
    while (fits > LEAST_A_ROW && LaboratoryModel.letters(fits) > room) {
      fits -= LEAST_A_ROW;
    }
    return fits;
  }

  private String judged(LinkStatus of) {
    LineDiagnosis diagnosis = model.diagnosis(of);
    String speaks =
        diagnosis.speaks().stream().map(this::driverName).collect(Collectors.joining(" / "));
    return language.now(diagnosis.key(), speaks, model.baud(of));
  }

  private void toggle() {
    LinkStatus of = kit.getValue();
    if (model.capturing()) {
      model.finish().ifPresent(this::save);
    } else if (of != null) {
      model.capture(of);
    }
    show();
  }

  private void save(Capture kept) {
    files
        .save(language.now("call.lab.save_title"), LaboratoryModel.proposedName(kept), filter())
        .ifPresent(
            file ->
                background
                    .run(
                        progress -> {
                          kept.write(file);
                          return file;
                        })
                    .orElse(this::failed)
                    .then(
                        done ->
                            toasts.show(
                                Toast.success(language.now("call.lab.saved", done.toString())))));
  }

  private void choose() {
    files.open(language.now("call.lab.replay_title"), filter()).ifPresent(this::play);
  }

  private void play(Path file) {
    background
        .run(progress -> model.replay(file))
        .orElse(this::failed)
        .then(read -> wanted = model.use(file, read));
  }

  private FileChoice.Filter filter() {
    return new FileChoice.Filter(language.now("call.lab.files"), List.of("*" + Capture.ENDING));
  }

  private void failed(Throwable failure) {
    toasts.show(Toast.error(Problems.sentence(failure, language.texts())));
  }

  private String driverName(String driver) {
    String key = "call.driver." + driver;
    return language.texts().has(key) ? language.now(key) : driver;
  }

  private static final class KitCell extends ListCell<LinkStatus> {
    @Override
    protected void updateItem(@Nullable LinkStatus status, boolean empty) {
      super.updateItem(status, empty);
      setText(empty || status == null ? null : LaboratoryModel.name(status));
    }
  }
}
