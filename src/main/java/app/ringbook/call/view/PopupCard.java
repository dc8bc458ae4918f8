package app.ringbook.call.view;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.marks.CallMark;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Icons;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One call in full: head, caller, what is known or asked, note, next contact, buttons. Keys once it
 * was clicked: Ctrl Enter saves, Esc puts it aside, 1 to 9 pick a candidate and then a result (with
 * Ctrl while somebody types), Ctrl T the next contact, F3 notes that the other end agrees to be
 * recorded, with Shift that it refuses, F4 to F7 mark, F8 pauses, F9 takes or ends a call of a kit
 * that can't tell.
 */
final class PopupCard extends VBox {
  private static final Duration TYPING_PAUSE = Duration.millis(600);

  private final PopupCall call;
  private final CallPopupModel model;
  private final CallPopup.Parts parts;
  private final PopupHeader header;
  private final PopupPerson person;
  private final PopupFacts facts;
  private final NextContactPicker next;
  private final VBox middle = new VBox();
  private final VBox nextBox = new VBox();
  private final VBox bodyBox = new VBox();
  private final HBox footer = new HBox();
  private final Label problem = new Label();
  private final TextArea note = new TextArea();
  private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);
  private boolean composing;

  PopupCard(PopupCall call, CallPopupModel model, CallPopup.Parts parts) {
    this.call = call;
    this.model = model;
    this.parts = parts;
    next =
        new NextContactPicker(
            call.nextContactProperty(),
            parts.moments(),
            parts.clock(),
            parts.language(),
            parts.formats());
    header = new PopupHeader(call, model, parts.levels(), parts.top(), parts.language());
    person =
        new PopupPerson(
            parts.words(), parts.language(), parts.openCustomer(), () -> model.callBack(call));
    facts = new PopupFacts(parts.language(), parts.formats(), parts.clock());
    getStyleClass().add("caller-card");
    bodyBox.getStyleClass().add("popup-body");
    nextBox.getStyleClass().add("popup-group");
    nextBox.getChildren().setAll(title("call.popup.next_contact"), next);
    middle.getStyleClass().add("middle");
    footer.getStyleClass().add("popup-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
    problem.getStyleClass().add("rb-problem");
    problem.setWrapText(true);
    problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "danger"));
    bodyBox
        .getChildren()
        .setAll(
            person,
            new PopupScript(model, parts.language()),
            new PopupConsent(call, model, parts.language()),
            middle,
            new PopupMarks(call, model, parts.language()),
            noteBox(),
            new PopupResults(call, model, parts.language()),
            nextBox,
            problem);
    ScrollPane scroll = new BodyScroll(bodyBox);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("popup-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(header, new PopupNotice(call, parts.language()), scroll, footer);
    follow();
  }

  /** As tall as its content is at the width it has, where sentences are wrapped. */
  private static final class BodyScroll extends ScrollPane {
    BodyScroll(Node content) {
      super(content);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }
  }

  private void follow() {
    pause.setOnFinished(e -> model.keepDraft(call));
    call.noteProperty().addListener(o -> pause.playFromStart());
    call.nextContactProperty().addListener(o -> pause.playFromStart());
    call.cardProperty().addListener((o, was, now) -> fill());
    call.customerProperty().addListener((o, was, now) -> fill());
    call.bodyProperty().addListener((o, was, now) -> fill());
    call.stranger().leadProperty().addListener((o, was, now) -> fill());
    call.stranger().kindProperty().addListener((o, was, now) -> fillFooter());
    call.problemProperty().addListener((o, was, now) -> showProblem());
    call.wantsLineProperty().addListener((o, was, now) -> beginLine(now));
    call.savingProperty().addListener((o, was, now) -> footer.setDisable(now));
    parts.language().follow(this, this::fill);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> composing = !e.getComposed().isEmpty());
    fill();
    showProblem();
  }

  /** Nothing is kept any more by itself; for the end of the program. */
  void stop() {
    pause.stop();
  }

  /** Brings timer and level up to date. */
  void refresh() {
    header.refresh();
  }

  private void fill() {
    person.show(
        call.cardProperty().get(),
        call.customerProperty().get(),
        call.stranger().leadProperty().get());
    var customer = call.customerProperty().get();
    if (customer != null) {
      facts.show(customer, call.factsKnown());
      middle.getChildren().setAll(facts);
    } else if (call.bodyProperty().get() == PopupCall.Body.CHOOSE) {
      fillOnce(PopupCandidates.class);
    } else {
      fillOnce(PopupUnknown.class);
    }
    fillFooter();
    header.refresh();
  }

  /** A form somebody may be typing into is not made again when the line tells more. */
  private void fillOnce(Class<? extends Node> kind) {
    if (!middle.getChildren().isEmpty() && kind.isInstance(middle.getChildren().getFirst())) {
      return;
    }
    middle
        .getChildren()
        .setAll(
            kind == PopupUnknown.class
                ? new PopupUnknown(call, model, parts.language(), parts.formats())
                : new PopupCandidates(call, model, parts.language()));
  }

  private VBox noteBox() {
    Label title = title("call.popup.note");
    note.textProperty().bindBidirectional(call.noteProperty());
    note.setWrapText(true);
    note.setPrefRowCount(2);
    note.accessibleTextProperty().bind(parts.language().text("call.popup.note"));
    title.setLabelFor(note);
    VBox box = new VBox(title, note);
    box.getStyleClass().add("popup-group");
    return box;
  }

  /**
   * A next contact is a customer's; where there will be none, nothing is asked that is not kept.
   */
  private void showNext() {
    PopupStranger.Kind kind = call.stranger().kindProperty().get();
    boolean wanted =
        call.customerProperty().get() != null
            || call.bodyProperty().get() == PopupCall.Body.CHOOSE
            || kind == PopupStranger.Kind.NEW_CUSTOMER
            || kind == PopupStranger.Kind.EXISTING;
    nextBox.setVisible(wanted);
    nextBox.setManaged(wanted);
  }

  private Label title(String key) {
    Label title = new Label();
    title.textProperty().bind(parts.language().text(key));
    title.getStyleClass().add("secondary");
    return title;
  }

  private void fillFooter() {
    showNext();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var customer = call.customerProperty().get();
    if (customer != null) {
      Button open =
          button("call.popup.open_customer", () -> parts.openCustomer().accept(customer.id()));
      open.getStyleClass().add("flat");
      Button wrong = button("call.popup.wrong_person", this::askWho);
      wrong.getStyleClass().add("flat");
      footer.getChildren().setAll(open, wrong, space, save("call.popup.save"));
      return;
    }
    Button nuisance = button("call.popup.nuisance", () -> model.nuisance(call));
    nuisance.setGraphic(Icons.of(Feather.PHONE_OFF));
    nuisance.getStyleClass().addAll("flat", PopupFrame.CLOSING);
    // The card is 400 wide whatever the font: this one gives way.
    nuisance.setMinWidth(0);
    nuisance.setDisable(!call.cardProperty().get().number().dialable());
    Button later = button("call.popup.later", () -> model.later(call));
    later.getStyleClass().add(PopupFrame.CLOSING);
    boolean fresh =
        call.bodyProperty().get() == PopupCall.Body.UNKNOWN
            && call.stranger().kindProperty().get() == PopupStranger.Kind.NEW_CUSTOMER;
    footer
        .getChildren()
        .setAll(
            nuisance, space, later, save(fresh ? "call.popup.save_customer" : "call.popup.save"));
  }

  /** Digits typed next are a number that is looked for, not a result. */
  private void askWho() {
    model.matching().change(call);
    if (!middle.getChildren().isEmpty()
        && middle.getChildren().getFirst() instanceof PopupUnknown stranger) {
      stranger.ask();
    }
  }

  private Button save(String key) {
    Button save = button(key, () -> model.save(call));
    save.getStyleClass().addAll("accent", PopupFrame.CLOSING);
    Label keys = new Label(app.ringbook.ui.Shortcut.of("Ctrl Enter").shown());
    keys.getStyleClass().add("button-keys");
    save.setGraphic(keys);
    save.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    return save;
  }

  private Button button(String key, Runnable pressed) {
    Button button = new Button();
    button.textProperty().bind(parts.language().text(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> pressed.run());
    return button;
  }

  private void showProblem() {
    ProblemException wrong = call.problemProperty().get();
    problem.setVisible(wrong != null);
    problem.setManaged(wrong != null);
    problem.setText(wrong == null ? "" : wrong.sentence(parts.language().texts()));
  }

  /** Nothing fires while Chinese is being composed: Enter then ends the composition. */
  private void pressed(KeyEvent event) {
    if (composing) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      model.save(call);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !(event.getTarget() instanceof TextField)) {
      model.collapse();
      event.consume();
    } else if (event.getCode() == KeyCode.T && event.isShortcutDown()) {
      next.next();
      event.consume();
    } else if (event.getCode() == KeyCode.F8) {
      model.pauseOrGoOn(call);
      event.consume();
    } else if (event.getCode() == KeyCode.F9) {
      model.handset().toggle(call);
      event.consume();
    } else if (event.getCode() == KeyCode.F3) {
      model.consent(call, event.isShiftDown() ? Consent.REFUSED : Consent.GIVEN);
      event.consume();
    } else if (PopupMarks.of(event.getCode()).isPresent()) {
      PopupMarks.of(event.getCode()).ifPresent(kind -> model.mark(call, kind));
      event.consume();
    } else {
      digit(event);
    }
  }

  /** Digits pick a candidate, then a result; while somebody types they do so with Ctrl. */
  private void digit(KeyEvent event) {
    boolean types = event.getTarget() instanceof TextInputControl;
    int digit = digitOf(event);
    if (digit < 1 || event.isAltDown() || (types && !event.isShortcutDown())) {
      return;
    }
    if (call.bodyProperty().get() == PopupCall.Body.CHOOSE) {
      model.matching().pick(call, digit);
    } else {
      model.result(call, digit);
    }
    event.consume();
  }

  /** What the key writes, also with Shift or on the number block; with Ctrl what stands on it. */
  static int digitOf(KeyEvent event) {
    String text = event.getText();
    if (text.length() == 1 && Character.digit(text.charAt(0), 10) >= 0) {
      return Character.digit(text.charAt(0), 10);
    }
    String name = event.getCode().getName();
    return event.getCode().isDigitKey() && !event.isShiftDown()
        ? Character.digit(name.charAt(name.length() - 1), 10)
        : -1;
  }

  /** What was marked is written down at once: the line is begun and the caret waits in it. */
  private void beginLine(CallMark.@Nullable Kind kind) {
    if (kind == null) {
      return;
    }
    call.wantsLineProperty().set(null);
    String before = note.getText();
    String start =
        parts.language().now("call.mark.line", parts.language().now(PopupMarks.wordKey(kind)));
    note.setText(before.isBlank() ? start : before.stripTrailing() + "\n" + start);
    note.requestFocus();
    note.end();
  }
}
