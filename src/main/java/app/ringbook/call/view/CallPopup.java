package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallScreen;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The caller pop-up: 400 px wide, in the corner of the screen, above other programs, never taking
 * the keyboard from one until it is clicked ({@link PopupFrame}). One call is shown in full, others
 * as strips below it. What it shows and does is {@link CallPopupModel}.
 *
 * <p>Made on the window's thread; the methods of {@link CallScreen} may be called on any.
 */
public final class CallPopup implements CallScreen {
  private static final double WIDTH = 400;
  private static final Duration REFRESH = Duration.millis(200);

  private final CallPopupModel model;
  private final Parts parts;
  private final VBox stack = new VBox();
  private final Map<PopupCall, PopupCard> cards = new LinkedHashMap<>();
  private final Map<PopupCall, PopupStrip> strips = new LinkedHashMap<>();
  private final PopupFrame frame;
  private final Timeline ticks;
  private final FirstPainting first;
  private final Map<String, CallCard> news = new ConcurrentHashMap<>();

  /**
   * What all parts of the pop-up are made of.
   *
   * @param words names of callers and numbers
   * @param language the window's language
   * @param formats dates and times
   * @param clock now
   * @param levels how loud the line is
   * @param moments reads a moment from words, empty if it can't
   * @param openCustomer brings the main window forward at this customer
   * @param top true where the pop-up hangs from the top of the screen
   */
  record Parts(
      CallWords words,
      Language language,
      Formats formats,
      AppClock clock,
      LineLevels levels,
      Function<String, Optional<Instant>> moments,
      LongConsumer openCustomer,
      boolean top) {}

  /**
   * A pop-up that shows nothing yet.
   *
   * @param line gives the level while a call is recorded
   * @param moments reads a moment from words such as {@code thu 1030}; empty if it can't
   * @param openCustomer brings the main window forward at this customer
   * @param top true to hang from the top right corner (macOS), false to stand above the task bar
   */
  public CallPopup(
      CallPopupModel model,
      LineModel line,
      PhoneNumbers numbers,
      Function<String, Optional<Instant>> moments,
      LongConsumer openCustomer,
      Language language,
      Formats formats,
      AppClock clock,
      boolean top) {
    this.model = model;
    this.parts =
        new Parts(
            new CallWords(language, numbers),
            language,
            formats,
            clock,
            line.levels(),
            moments,
            openCustomer,
            top);
    stack.getStyleClass().add("caller-stack");
    stack.setAccessibleRole(AccessibleRole.DIALOG);
    stack.setMinWidth(WIDTH);
    stack.setPrefWidth(WIDTH);
    stack.setMaxWidth(WIDTH);
    frame = new PopupFrame(stack, top);
    model.keepFrontWhile(frame::inUse);
    ticks = new Timeline(new KeyFrame(REFRESH, e -> ticked()));
    ticks.setCycleCount(Timeline.INDEFINITE);
    first = new FirstPainting(model::told);
    model.calls().addListener((ListChangeListener<PopupCall>) change -> arrange());
    model.frontProperty().addListener((o, was, now) -> arrange());
  }

  /** From now on the pop-up slides in by 12 px, unless motion is to be reduced. */
  public void slideUnless(ObservableBooleanValue motionReduced) {
    frame.slideUnless(motionReduced);
  }

  /** Told the key of each call once its caller can be read on the screen. */
  public void onPainted(Consumer<String> listener) {
    first.onPainted(listener);
  }

  /** From now on it belongs to this invisible window, so that its showing takes no focus. */
  public void ownedBy(PopupOwner owner) {
    frame.ownedBy(owner);
  }

  /** Prepares the pop-up, if it has an owner of its own, so that its showing takes no focus. */
  public void prepare() {
    frame.prepare();
  }

  /**
   * Draws a caller nobody sees, so that the first real one does not wait for classes, styles and
   * letters. Takes a moment: to be called once the window stands.
   */
  public void rehearse() {
    frame.prepare();
    PopupRehearsal.run(model, parts, frame);
  }

  /** Keeps what was typed and takes everything off the screen. */
  public void close() {
    model.keepAll();
    cards.values().forEach(PopupCard::stop);
    ticks.stop();
    first.stop();
    frame.close();
  }

  @Override
  public boolean paints() {
    return true;
  }

  @Override
  public void ringing(CallCard card) {
    Fx.now(
        () -> {
          model.told(card);
          first.began(card.call().key());
          if (!model.quiet()) {
            announce(parts.words().announcement(card));
          }
        });
  }

  /** Of many cards of a call that come faster than the window's thread shows them, the newest. */
  @Override
  public void updated(CallCard card) {
    String key = card.call().key();
    if (news.put(key, card) == null) {
      Fx.now(
          () -> {
            CallCard newest = news.remove(key);
            if (newest != null) {
              first.show(newest);
            }
          });
    }
  }

  @Override
  public void ended(CallCard card) {
    updated(card);
  }

  /** What the pop-up shows, for pictures and tests. */
  public VBox node() {
    return stack;
  }

  /** True while it is on the screen. */
  public boolean showing() {
    return frame.showing();
  }

  /** Where it is on the screen; null while it is not shown. */
  public ReadOnlyObjectProperty<@Nullable Rectangle2D> placeProperty() {
    return frame.placeProperty();
  }

  /** True once a click gave it the keyboard. */
  public boolean takesKeys() {
    return frame.takesKeys();
  }

  private void arrange() {
    cards.entrySet().stream()
        .filter(entry -> !model.calls().contains(entry.getKey()))
        .forEach(entry -> entry.getValue().stop());
    cards.keySet().retainAll(model.calls());
    strips.keySet().retainAll(model.calls());
    List<Node> shown = new ArrayList<>();
    PopupCall front = model.frontProperty().get();
    if (front != null && model.calls().contains(front)) {
      PopupCard card = cards.computeIfAbsent(front, call -> new PopupCard(call, model, parts));
      card.setMaxHeight(room());
      shown.add(card);
    }
    for (PopupCall call : model.calls()) {
      if (call != front) {
        shown.add(strips.computeIfAbsent(call, c -> new PopupStrip(c, model, parts)));
      }
    }
    stack.getChildren().setAll(shown);
    if (shown.isEmpty()) {
      ticks.stop();
      frame.hide();
    } else {
      refresh();
      ticks.play();
      frame.show();
      Fx.later(this::letKeysGoIfFolded);
    }
  }

  /** There is nothing to type into strips. */
  private void letKeysGoIfFolded() {
    if (model.frontProperty().get() == null && !model.calls().isEmpty()) {
      frame.letKeysGo();
    }
  }

  /** The tallest a card may be on this screen; its middle scrolls beyond that. */
  private double room() {
    double screen = Screen.getPrimary().getVisualBounds().getHeight();
    return screen - 2 * PopupFrame.OFF_EDGE - 72.0 * (model.calls().size() - 1);
  }

  private void ticked() {
    refresh();
    model.tick();
  }

  private void refresh() {
    PopupCall front = model.frontProperty().get();
    PopupCard card = front == null ? null : cards.get(front);
    if (card != null) {
      card.refresh();
    }
    strips.forEach(
        (call, strip) -> {
          if (strip.getParent() != null) {
            strip.refresh();
          }
        });
  }

  private void announce(String sentence) {
    stack.setAccessibleText(sentence);
    stack.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
