package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.KeyCap;
import app.ringbook.ui.controls.LinkButton;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The call beside the list: who, when, the recording, whose it is, the note. */
final class CallPanel extends VBox {
  private final OpenCallModel model;
  private final Acts acts;
  private final RecordWords words;
  private final Language language;
  private final CallHead head;
  private final ResultBox results;
  private final PlayerBox player;
  private final MarksBox marks;
  private final MissedBox missed;
  private final CareLines care;
  private final VBox linked = new VBox();
  private final TextArea note = new TextArea();
  private final Label draft = new Label();
  private final HBox foot = new HBox();

  /**
   * What the panel can ask of its surroundings.
   *
   * @param callBack dials, or copies the number
   * @param openCustomer shows a customer
   * @param showInFolder opens the folder of a file
   * @param files asks for a file
   * @param dialogs asks questions
   */
  record Acts(
      Consumer<CallRecord> callBack,
      LongConsumer openCustomer,
      Consumer<Path> showInFolder,
      FileChoice files,
      Dialogs dialogs) {}

  CallPanel(OpenCallModel model, Acts acts, RecordWords words, Language language, Formats formats) {
    this.model = model;
    this.acts = acts;
    this.words = words;
    this.language = language;
    this.player = new PlayerBox(model, acts.files(), acts.dialogs(), language, formats);
    this.missed = new MissedBox(model, acts.callBack(), words, language, formats);
    this.care = new CareLines(model.care(), acts.dialogs(), language, formats);
    this.head =
        new CallHead(
            new RecordingMenu(model, acts.files(), care.hold(), words, language, formats),
            acts.callBack(),
            words,
            language,
            formats);
    this.results = new ResultBox(model, language);
    this.marks = new MarksBox(model.marks(), language, formats);
    getStyleClass().addAll("side-pane", "call-panel");
    linked.getStyleClass().addAll("section", "section-line");
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox body =
        new VBox(head, missed, player, marks, results, linked, noteSection(), care.consent());
    body.getStyleClass().add("body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(scroll, foot);
    model.callProperty().addListener((o, was, now) -> fill(now));
    model
        .linking()
        .askingProperty()
        .addListener((o, was, now) -> fillLinked(model.callProperty().get()));
    language.follow(this, () -> fill(model.callProperty().get()));
    fill(model.callProperty().get());
  }

  private void fill(@Nullable CallRecord call) {
    boolean any = call != null;
    for (var child : getChildren()) {
      child.setVisible(any);
    }
    if (call != null) {
      head.show(call);
      results.show(call);
      fillLinked(call);
      fillFoot(call);
      player.setFarName(words.farEnd(call));
      missed.show(call);
      care.show(call);
      boolean silent = call.missed() && call.recordingFile() == null;
      player.setVisible(!silent);
      player.setManaged(!silent);
      marks.setVisible(call.recordingFile() != null);
      marks.setManaged(call.recordingFile() != null);
    }
  }

  /** The list was read again: whom the call was with may have another name now. */
  void namesRead() {
    CallRecord call = model.callProperty().get();
    if (call != null && !model.linking().askingProperty().get()) {
      head.show(call);
      fillLinked(call);
    }
  }

  private void fillLinked(@Nullable CallRecord call) {
    if (call == null) {
      return;
    }
    boolean linking = model.linking().askingProperty().get();
    Long customer = call.customerId();
    HBox title = title("call.page.linked_to");
    if (!linking) {
      title
          .getChildren()
          .add(
              new LinkButton(
                  language.text(customer == null ? "call.page.link" : "call.page.change"),
                  model.linking()::start));
    }
    linked.getChildren().setAll(title);
    if (linking) {
      LinkBox box = new LinkBox(model.linking(), language);
      linked.getChildren().add(box);
      app.ringbook.ui.Fx.later(box::focusSearch);
    } else if (customer == null) {
      Label nobody = new Label(language.now("call.page.not_linked"));
      nobody.getStyleClass().add("muted");
      linked.getChildren().add(nobody);
      if (!call.numberToDial().isEmpty() && !words.isLead(call)) {
        linked.getChildren().add(leadLine());
      }
    } else {
      String name = call.customerName();
      LinkButton open =
          new LinkButton(
                  new SimpleStringProperty(name == null ? "" : name),
                  () -> acts.openCustomer().accept(customer))
              .givesWay();
      open.setGraphic(Icons.of(Feather.BRIEFCASE));
      linked.getChildren().add(open);
    }
  }

  /** A stranger becomes a lead by one key. */
  private HBox leadLine() {
    Button keep = new Button();
    keep.textProperty().bind(language.text("call.page.keep_lead"));
    keep.setGraphic(Icons.of(Feather.USER_PLUS));
    keep.setOnAction(e -> model.keepLead());
    HBox line = new HBox(8, keep, new KeyCap("L"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private HBox title(String key) {
    Label title = new Label();
    title.textProperty().bind(language.text(key));
    title.getStyleClass().add("strong");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(title, space);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private VBox noteSection() {
    note.textProperty().bindBidirectional(model.noteProperty());
    note.setWrapText(true);
    note.setPrefRowCount(3);
    note.promptTextProperty().bind(language.text("call.page.note_prompt"));
    note.accessibleTextProperty().bind(language.text("call.popup.note"));
    note.focusedProperty()
        .addListener(
            (o, was, now) -> {
              if (!now) {
                model.saveNote();
              }
            });
    note.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            model.saveNote();
            e.consume();
          }
        });
    draft.textProperty().bind(language.text("call.page.from_draft"));
    draft.getStyleClass().addAll("secondary", "warning-text");
    draft.visibleProperty().bind(model.fromDraftProperty());
    draft.managedProperty().bind(model.fromDraftProperty());
    LinkButton save = new LinkButton(language.text("call.popup.save"), model::saveNote);
    save.visibleProperty().bind(model.fromDraftProperty());
    HBox title = title("call.popup.note");
    title.getChildren().add(save);
    VBox section = new VBox(title, draft, note);
    section.getStyleClass().addAll("section", "section-line");
    return section;
  }

  /** Puts the keyboard where the reason for not calling back is typed. */
  void askReason() {
    missed.askReason();
  }

  private void fillFoot(CallRecord call) {
    boolean waiting = call.missed() && !call.handled();
    boolean open = call.toReview() || waiting;
    Button settle = new Button();
    settle
        .textProperty()
        .bind(
            language.text(
                !open
                    ? "call.page.reviewed"
                    : call.missed() ? "call.page.mark_handled" : "call.page.mark_reviewed"));
    settle.setGraphic(Icons.of(Feather.CHECK));
    settle.setDisable(!open);
    settle.setOnAction(
        e -> {
          if (waiting) {
            askReason();
          } else {
            model.settle();
          }
        });
    foot.getChildren().setAll(settle);
    if (call.recordingFile() != null) {
      Button folder = new Button();
      folder.textProperty().bind(language.text("call.page.show_in_folder"));
      folder.getStyleClass().add("flat");
      folder.setOnAction(
          e -> {
            Path file = model.file();
            if (file != null) {
              acts.showInFolder().accept(file);
            }
          });
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      foot.getChildren().addAll(folder, space, care.kept());
    }
  }
}
