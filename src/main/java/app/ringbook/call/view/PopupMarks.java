package app.ringbook.call.view;

import app.ringbook.call.marks.CallMark;
import app.ringbook.telephony.CallState;
import app.ringbook.ui.Language;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.KeyCap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * Marks in the sound of a call going on: one key or click each, and below them those that are set,
 * to be taken away again. The keys are no letters, so they also work while the note is typed.
 */
final class PopupMarks extends VBox {

  /** A kind of mark and its key. */
  record Key(CallMark.Kind kind, KeyCode code) {
    /** What the cap of the key says, and what a shortcut is read from. */
    String name() {
      return code.getName();
    }
  }

  /** All marks that have a key, in the order of the keyboard; F8 beside them pauses. */
  static final List<Key> KEYS =
      List.of(
          new Key(CallMark.Kind.PRICE, KeyCode.F4),
          new Key(CallMark.Kind.RIVAL, KeyCode.F5),
          new Key(CallMark.Kind.PROMISE, KeyCode.F6),
          new Key(CallMark.Kind.DECIDER, KeyCode.F7));

  private final PopupCall call;
  private final CallPopupModel model;
  private final Language language;
  private final FlowPane offered = new FlowPane();
  private final FlowPane set = new FlowPane();

  PopupMarks(PopupCall call, CallPopupModel model, Language language) {
    this.call = call;
    this.model = model;
    this.language = language;
    getStyleClass().addAll("popup-group", "popup-marks");
    offered.getStyleClass().add("chips");
    set.getStyleClass().add("chips");
    getChildren().setAll(offered, set);
    call.cardProperty().addListener((o, was, now) -> showOffered());
    call.marks().addListener((ListChangeListener<CallMark>) change -> showSet());
    language.follow(this, this::showSet);
    showOffered();
    showSet();
  }

  /** The kind a key stands for. */
  static Optional<CallMark.Kind> of(KeyCode code) {
    return KEYS.stream().filter(key -> key.code() == code).map(Key::kind).findFirst();
  }

  /** Text key of the word for a kind. */
  static String wordKey(CallMark.Kind kind) {
    return "call.marks.kind." + kind.name().toLowerCase(Locale.ROOT);
  }

  private Chip chip(Key key) {
    Chip chip = new Chip(language.text(wordKey(key.kind())));
    chip.setGraphic(KeyCap.of(Shortcut.of(key.name())));
    chip.getStyleClass().add("keyed");
    chip.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("call.mark.set", language.now(wordKey(key.kind())), key.name()),
                language));
    chip.setFocusTraversable(false);
    chip.setOnAction(
        e -> {
          chip.setSelected(false);
          model.mark(call, key.kind());
        });
    return chip;
  }

  private void showOffered() {
    boolean talking = call.cardProperty().get().call().state() == CallState.TALKING;
    if (talking && offered.getChildren().isEmpty()) {
      KEYS.forEach(key -> offered.getChildren().add(chip(key)));
    }
    offered.setVisible(talking);
    offered.setManaged(talking);
    showSelf();
  }

  private void showSet() {
    set.getChildren().clear();
    for (CallMark mark : call.marks()) {
      String at = PopupHeader.clock(Duration.ofMillis(mark.positionMillis()));
      Chip chip =
          new Chip(
              Bindings.createStringBinding(
                  () -> language.now("call.mark.at", language.now(wordKey(mark.kind())), at),
                  language));
      chip.removes();
      chip.setAccessibleText(
          language.now("call.mark.remove", language.now(wordKey(mark.kind())), at));
      chip.setOnAction(e -> model.unmark(call, mark));
      set.getChildren().add(chip);
    }
    boolean any = !call.marks().isEmpty();
    set.setVisible(any);
    set.setManaged(any);
    showSelf();
  }

  private void showSelf() {
    boolean any = offered.isManaged() || set.isManaged();
    setVisible(any);
    setManaged(any);
  }
}
