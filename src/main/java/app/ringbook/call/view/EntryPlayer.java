package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.marks.CallMark;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The player inside a timeline entry: small, with the first marks, or what is wrong instead. */
final class EntryPlayer extends VBox {
  private static final int SHOWN_MARKS = 3;
  private final CallsBook book;
  private final Background background;
  private final FileChoice files;
  private final Dialogs dialogs;
  private final Language language;
  private final Formats formats;
  private final CallPlayerModel model;
  private final CallMarksModel marks;
  private final CallPlayer player;
  private final HBox links = new HBox();
  private final Label broken = new Label();

  EntryPlayer(
      CallsBook book,
      Background background,
      FileChoice files,
      Dialogs dialogs,
      Language language,
      Formats formats) {
    this.book = book;
    this.background = background;
    this.files = files;
    this.dialogs = dialogs;
    this.language = language;
    this.formats = formats;
    model = new CallPlayerModel(background);
    marks = new CallMarksModel(book, background, model);
    player = new CallPlayer(model, CallPlayer.Form.SMALL, language, formats);
    links.getStyleClass().add("mark-links");
    links.setMinWidth(0);
    links.setAlignment(Pos.CENTER_LEFT);
    player.setMarking(marks::begin, links);
    broken.setWrapText(true);
    broken.getStyleClass().addAll("secondary", "danger-text");
    getStyleClass().add("entry-player");
    getChildren().setAll(player);
    marks.marks().addListener((ListChangeListener<CallMark>) change -> fillMarks());
    marks.writingProperty().addListener((o, was, now) -> fillWriter(now));
    model.problemProperty().addListener((o, was, now) -> fillProblem(now));
  }

  /** Stops it, for example because another one begins. */
  void stop() {
    if (model.playingProperty().get()) {
      model.toggle();
    }
  }

  /** Opens the recording of a call and plays. */
  void play(long callId) {
    model.load(
        () -> {
          CallRecord call =
              book.byId(callId).orElseThrow(() -> new ProblemException("call.problem.gone"));
          return book.open(call);
        });
    model.toggle();
    background.run(progress -> book.byId(callId)).then(call -> call.ifPresent(this::opened));
  }

  private void opened(CallRecord call) {
    marks.show(call);
    setUserData(call);
  }

  private void fillMarks() {
    player.setMarks(marks.marks().stream().map(CallMark::positionMillis).toList());
    links.getChildren().clear();
    for (CallMark mark : marks.marks().stream().limit(SHOWN_MARKS).toList()) {
      String note = mark.note();
      String said = note == null ? language.now(MarkWriter.keyOf(mark.kind())) : note;
      String at = formats.clock(mark.positionMillis());
      LinkButton link =
          new LinkButton(
              new SimpleStringProperty(language.now("call.marks.link", at, said)),
              () -> marks.play(mark));
      link.setGraphic(Icons.of(Feather.BOOKMARK, "accent"));
      link.setMinWidth(0);
      link.setTextOverrun(OverrunStyle.ELLIPSIS);
      links.getChildren().add(link);
    }
  }

  private void fillWriter(CallMarksModel.@Nullable Writing writing) {
    if (writing == null) {
      getChildren().removeIf(MarkWriter.class::isInstance);
      player.requestFocus();
      return;
    }
    MarkWriter writer = new MarkWriter(marks, writing, language, formats);
    getChildren().add(writer);
    Fx.later(writer::focusWords);
  }

  private void fillProblem(@Nullable ProblemException problem) {
    if (problem == null) {
      getChildren().setAll(player);
      return;
    }
    broken.setText(problem.sentence(language.texts()));
    getChildren().setAll(broken, new LinkButton(language.text("call.player.find"), this::find));
  }

  private void find() {
    if (getUserData() instanceof CallRecord call) {
      files
          .open(
              language.now("call.player.find"),
              new FileChoice.Filter(language.now("call.player.wav"), List.of("*.wav")))
          .ifPresent(file -> found(call, file, false));
    }
  }

  private void found(CallRecord call, Path file, boolean anyway) {
    background
        .run(progress -> book.found(call, file, anyway))
        .orElse(
            failure ->
                broken.setText(
                    Problems.known(failure, "call.page.failed").sentence(language.texts())))
        .then(
            found -> {
              if (found == CallsBook.Found.OTHER) {
                dialogs.ask(anotherRecording(language, () -> found(call, file, true)));
              } else {
                play(call.id());
              }
            });
  }

  /** Whether a file that is not the kept recording shall take its place. */
  static Dialogs.Question anotherRecording(Language language, Runnable take) {
    return new Dialogs.Question(
        language.now("call.player.other"),
        language.now("call.player.other.text"),
        language.now("call.page.cancel"),
        language.now("call.player.other.take"),
        take);
  }
}
