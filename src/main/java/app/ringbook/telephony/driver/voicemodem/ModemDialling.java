package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.driver.voicemodem.AtDialogue.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Dials for the user: the modem holds the line until the handset is lifted. A modem that does not
 * see the handset holds it half a minute, which is time enough to lift it.
 */
final class ModemDialling {
  private static final long DIAL_MILLIS = 30_000;
  private static final long HOLD_NANOS = 30_000_000_000L;
  private static final int MOST_DIGITS = 40;

  private final AtDialogue dialogue;
  private final ModemCalls calls;
  private final AppClock clock;
  private final Runnable callerIdOn;
  private boolean holding;
  private boolean recordLater;
  private long sinceNanos;

  /**
   * @param callerIdOn switches caller ID on again, which hanging up switched off
   */
  ModemDialling(AtDialogue dialogue, ModemCalls calls, AppClock clock, Runnable callerIdOn) {
    this.dialogue = dialogue;
    this.calls = calls;
    this.clock = clock;
    this.callerIdOn = callerIdOn;
  }

  /** Dials; the handset is to be lifted then. */
  void dial(String digits) {
    String clean = digits.replaceAll("[^0-9*#,]", "");
    if (clean.isEmpty() || clean.length() > MOST_DIGITS || holding) {
      return;
    }
    holding = true;
    recordLater = false;
    sinceNanos = clock.nanoTime();
    dialogue.ask("ATDT" + clean + ";", DIAL_MILLIS, this::dialled);
    calls.dialled(clean.replace(",", ""));
  }

  /** True while the modem itself keeps the line. */
  boolean holdsLine() {
    return holding;
  }

  /** The call is to be recorded as soon as the handset is up: listening now would cut it off. */
  void recordLater() {
    recordLater = true;
  }

  /**
   * The handset was lifted and has the line now.
   *
   * @return the call if it is to be recorded
   */
  @Nullable String taken() {
    holding = false;
    if (recordLater) {
      return calls.lifted();
    }
    dialogue.ask("ATH", answer -> callerIdOn.run());
    return null;
  }

  /** Hangs up, if it is the modem that has the line. */
  void letGo() {
    if (holding) {
      holding = false;
      dialogue.ask("ATH", answer -> callerIdOn.run());
      calls.handset(false);
      calls.over();
    }
  }

  void tick() {
    if (holding && clock.nanoTime() - sinceNanos >= HOLD_NANOS) {
      letGo();
    }
  }

  void closed() {
    holding = false;
    recordLater = false;
  }

  private void dialled(Answer answer) {
    switch (answer.result()) {
      case OK, CONNECT, NOTHING -> sinceNanos = clock.nanoTime();
      case BUSY, NO_WAY, ERROR -> {
        calls.noWay();
        letGo();
      }
    }
  }
}
