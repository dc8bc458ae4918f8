package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.telephony.CallOutcome;

/** What the head of the pop-up says. */
public enum PopupHeadline {
  /** It rings here. */
  RINGING,
  /** The handset is up and a number is dialled. */
  DIALLING,
  /** People talk, and it is recorded. */
  RECORDING,
  /** People talk, a person paused the recording. */
  PAUSED,
  /** People talk, and there is no recording; the card says why. */
  NOT_RECORDED,
  /** People talk. */
  TALKING,
  /** It is over. */
  ENDED,
  /** It is over, and nobody took it. */
  MISSED;

  /** What it says of a call. */
  static PopupHeadline of(CallCard card) {
    return switch (card.call().state()) {
      case RINGING -> RINGING;
      case DIALLING -> DIALLING;
      case ENDED -> card.call().outcome() == CallOutcome.MISSED ? MISSED : ENDED;
      case TALKING ->
          switch (card.recording().state()) {
            // While the kit is not there nothing comes that could be recorded.
            case RUNNING -> card.kitLostAt() == null ? RECORDING : NOT_RECORDED;
            case PAUSED -> PAUSED;
            case OFF -> NOT_RECORDED;
            case WHEN_LIFTED, WHEN_ASKED, DONE -> TALKING;
          };
    };
  }
}
