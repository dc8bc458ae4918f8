package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.platform.Background;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;

/**
 * What a person says of the handset where the kit can't tell: that they took the call, that it is
 * over. A call of which nobody says so stays missed. Used on the window's thread.
 */
final class PopupHandset {
  private final PopupHouse house;
  private final Background background;

  PopupHandset(PopupHouse house, Background background) {
    this.house = house;
    this.background = background;
  }

  /** True while somebody may say that they took the call: it rings, or nobody seemed to. */
  static boolean canTake(CallCard card) {
    Call call = card.call();
    return !card.tellsHandset()
        && call.direction() == Direction.INCOMING
        && (call.state() == CallState.RINGING || call.outcome() == CallOutcome.MISSED);
  }

  /** True while people talk because somebody said so. */
  static boolean canEnd(CallCard card) {
    return card.call().byHand() && card.call().state() == CallState.TALKING;
  }

  /** True if a person has something to say of the handset. */
  static boolean wanted(CallCard card) {
    return canTake(card) || canEnd(card);
  }

  /** Takes a call that can be taken, ends one that was. */
  void toggle(PopupCall call) {
    if (canTake(call.cardProperty().get())) {
      tell(call, true);
    } else {
      over(call);
    }
  }

  /** The call is over, if it was taken by hand; others go on. */
  void over(PopupCall call) {
    if (canEnd(call.cardProperty().get())) {
      tell(call, false);
    }
  }

  private void tell(PopupCall call, boolean taken) {
    Call told = call.cardProperty().get().call();
    background
        .run(
            progress -> {
              house.told(told, taken);
              return taken;
            })
        .orElse(e -> CallPopupModel.failed(call, e))
        .then(done -> {});
  }
}
