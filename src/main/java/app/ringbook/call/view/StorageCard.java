package app.ringbook.call.view;

import app.ringbook.call.care.RoomLeft;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.Card;
import java.nio.file.Path;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where recordings are kept, how much room they take, and a button that moves them. */
final class StorageCard extends VBox {
  private final RecordingFolder folder;
  private final Background background;
  private final FileChoice files;
  private final Language language;
  private final Formats formats;
  private final Toasts toasts;
  private final Label sum = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label count = new Label();
  private final Label path = new Label();
  private final Label months = new Label();
  private final Button move = new Button();
  private final Card card;
  private final AppClock clock;
  private @Nullable RecordingCareModel care;
  private RecordingFolder.@Nullable Space space;

  StorageCard(
      RecordingFolder folder,
      Background background,
      FileChoice files,
      Language language,
      Formats formats,
      Toasts toasts,
      AppClock clock) {
    this.folder = folder;
    this.background = background;
    this.files = files;
    this.language = language;
    this.formats = formats;
    this.toasts = toasts;
    this.clock = clock;
    months.getStyleClass().add("secondary");
    months.setId("storage-months");
    sum.getStyleClass().add("secondary");
    count.getStyleClass().add("secondary");
    bar.setMaxWidth(Double.MAX_VALUE);
    VBox used = new VBox(bar, count, months);
    used.getStyleClass().add("storage-used");
    path.getStyleClass().add("muted");
    path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    path.setMinWidth(0);
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    move.textProperty().bind(language.text("call.kit.move"));
    move.setMinWidth(USE_PREF_SIZE);
    move.setOnAction(e -> choose());
    Label name = Card.caption(language.text("call.kit.folder"));
    name.setMinWidth(USE_PREF_SIZE);
    card = new Card(language.text("call.kit.storage")).atEnd(sum);
    card.getChildren().add(used);
    HBox row = new HBox(name, path, move);
    row.getStyleClass().add("rb-card-row");
    card.getChildren().add(row);
    getChildren().setAll(card);
    language.follow(this, this::fill);
  }

  /** Lets the least free space be chosen, and tells for how long the room is enough. */
  void with(RecordingCareModel model) {
    care = model;
    ComboBox<Long> least = new ComboBox<>();
    least.setId("storage-least");
    least.setMinWidth(USE_PREF_SIZE);
    least.accessibleTextProperty().bind(language.text("call.kit.least"));
    least.getItems().setAll(RecordingSettings.LEAST_FREE);
    least.setCellFactory(view -> new BytesCell());
    least.setButtonCell(new BytesCell());
    least.setValue(model.valuesProperty().get().leastFreeBytes());
    least
        .valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null && now != model.valuesProperty().get().leastFreeBytes()) {
                model.change(s -> s.withLeastFree(now));
              }
            });
    model
        .valuesProperty()
        .addListener(
            (o, was, now) -> {
              least.setValue(now.leastFreeBytes());
              fill();
            });
    card.row(
        Card.caption(language.text("call.kit.least"), language.text("call.kit.least_text")), least);
  }

  /** Counts again. */
  void refresh() {
    background
        .run(progress -> folder.space())
        .then(
            now -> {
              space = now;
              fill();
            });
  }

  private void fill() {
    path.setText(folder.path().toString());
    RecordingFolder.Space now = space;
    if (now == null) {
      return;
    }
    long room = now.bytes() + now.freeBytes();
    sum.setText(language.now("call.kit.used_of", formats.bytes(now.bytes()), formats.bytes(room)));
    bar.setProgress(room == 0 ? 0 : (double) now.bytes() / room);
    count.setText(language.now("call.kit.recordings", now.recordings()));
    OptionalInt left = monthsLeft(now);
    months.setText(left.isEmpty() ? "" : language.now("call.kit.months_left", left.getAsInt()));
    months.setVisible(left.isPresent());
    months.setManaged(left.isPresent());
  }

  private OptionalInt monthsLeft(RecordingFolder.Space now) {
    RecordingCareModel model = care;
    return model == null
        ? OptionalInt.empty()
        : RoomLeft.months(now, model.valuesProperty().get().leastFreeBytes(), clock.today());
  }

  /** So many bytes, in words. */
  private final class BytesCell extends ListCell<Long> {
    @Override
    protected void updateItem(@Nullable Long bytes, boolean empty) {
      super.updateItem(bytes, empty);
      setText(empty || bytes == null ? null : formats.bytes(bytes));
    }
  }

  private void choose() {
    files.folder(language.now("call.kit.move_title")).ifPresent(this::moveTo);
  }

  private void moveTo(Path target) {
    move.setDisable(true);
    Background.Job<Path> job =
        background.run(
            progress -> {
              folder.moveTo(target, progress);
              return target;
            });
    Toasts.Shown shown =
        toasts.show(
            Toast.progress(language.now("call.kit.moving"))
                .with(language.now("call.page.cancel"), job::cancel));
    job.onProgress(
            (done, total) ->
                shown.progress(
                    total <= 0 ? -1 : (double) done / total,
                    language.now("call.kit.moved_of", done, total)))
        .ifCancelled(() -> over(shown, null))
        .orElse(failure -> over(shown, failure))
        .then(
            done -> {
              over(shown, null);
              toasts.show(Toast.success(language.now("call.kit.moved", done.toString())));
            });
  }

  private void over(Toasts.Shown shown, @Nullable Throwable failure) {
    shown.close();
    move.setDisable(false);
    if (failure != null) {
      ProblemException problem = Problems.known(failure, "call.page.failed");
      toasts.show(Toast.error(problem.sentence(language.texts())));
    }
    refresh();
  }
}
