package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallScreen;

/**
 * Passes calls on to the pop-up, and tells the line when the recording of one is silent, so that
 * the alarm is seen where the pop-up is not looked at.
 */
public final class SilenceScreen implements CallScreen {
  private static final String SILENT = "call.recording.silent";
  private final CallScreen shown;
  private final LineModel line;

  /** Passes on to {@code shown}, tells {@code line}. */
  public SilenceScreen(CallScreen shown, LineModel line) {
    this.shown = shown;
    this.line = line;
  }

  @Override
  public boolean paints() {
    return shown.paints();
  }

  @Override
  public void ringing(CallCard card) {
    shown.ringing(card);
  }

  @Override
  public void updated(CallCard card) {
    boolean silent = !card.call().ended() && SILENT.equals(card.recording().reasonKey());
    line.silent(card.call(), silent);
    shown.updated(card);
  }

  @Override
  public void ended(CallCard card) {
    line.silent(card.call(), false);
    shown.ended(card);
  }
}
