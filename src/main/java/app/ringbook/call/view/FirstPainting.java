package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Brings a caller to the screen before anything else is done with the card: what becomes known in
 * the meantime waits a few pulses, since laying out a fresh card twice would show it later. On the
 * window's thread.
 */
final class FirstPainting extends AnimationTimer {
  /** The first lays the card out, the renderer draws it beside the second, then it is seen. */
  private static final int PULSES = 4;

  /** So many before the end, what was held back no longer delays anything. */
  private static final int DRAWING = 2;

  private final Consumer<CallCard> news;
  private final Map<String, Integer> left = new LinkedHashMap<>();
  private final Map<String, CallCard> held = new HashMap<>();
  private Consumer<String> painted = key -> {};

  /**
   * @param news shows what was held back
   */
  FirstPainting(Consumer<CallCard> news) {
    this.news = news;
  }

  /** Told the key of each call that has come to the screen. */
  void onPainted(Consumer<String> listener) {
    painted = listener;
  }

  /** A call has been put on the screen, or changed there. */
  void began(String callKey) {
    if (left.isEmpty()) {
      start();
    }
    left.putIfAbsent(callKey, PULSES);
  }

  /** Shows the card now, or later if its call is just coming to the screen; the end never waits. */
  void show(CallCard card) {
    String key = card.call().key();
    if (left.getOrDefault(key, 0) > DRAWING && !card.call().ended()) {
      held.put(key, card);
      return;
    }
    held.remove(key);
    news.accept(card);
    began(key);
  }

  @Override
  public void handle(long now) {
    for (String key : List.copyOf(left.keySet())) {
      int pulses = left.merge(key, -1, Integer::sum);
      if (pulses == DRAWING) {
        showHeld(key);
      } else if (pulses <= 0) {
        left.remove(key);
        painted.accept(key);
      }
    }
    if (left.isEmpty()) {
      stop();
    }
  }

  private void showHeld(String key) {
    CallCard card = held.remove(key);
    if (card != null) {
      show(card);
    }
  }
}
