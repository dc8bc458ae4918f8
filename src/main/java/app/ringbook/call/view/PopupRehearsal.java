package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.customer.Match;
import app.ringbook.customer.MatchReason;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import java.time.Instant;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/**
 * A known caller and an unknown one, drawn once each where nobody sees them: first in memory, then
 * in a window like that of the pop-up, which cannot be seen through to nor take the keyboard.
 */
final class PopupRehearsal {
  private static final String NUMBER = "13800138000";

  private PopupRehearsal() {}

  static void run(CallPopupModel model, CallPopup.Parts parts, PopupFrame frame) {
    Match.Candidate somebody =
        new Match.Candidate(-1, "Ringbook", null, null, null, MatchReason.EXACT, 1);
    StackPane root = new StackPane(made(new Match.None(), model, parts));
    root.getStyleClass().addAll("root", "caller-frame");
    new Scene(root).snapshot(null);
    frame.rehearse(made(new Match.One(somebody), model, parts));
  }

  private static PopupCard made(Match match, CallPopupModel model, CallPopup.Parts parts) {
    PopupCall call = new PopupCall(card(match, parts.clock().now()), parts.clock());
    PopupCard card = new PopupCard(call, model, parts);
    card.stop();
    return card;
  }

  private static CallCard card(Match match, Instant now) {
    Call call =
        new Call(
            "rehearsal",
            "",
            1,
            Direction.INCOMING,
            CallState.RINGING,
            NUMBER,
            Presentation.NUMBER,
            null,
            true,
            now,
            1,
            0,
            0,
            null,
            0);
    return new CallCard(
        call,
        new PhoneNumber(NUMBER, "+86" + NUMBER, NUMBER, "CN", null),
        match,
        null,
        null,
        CallCard.Earlier.NONE,
        null,
        null,
        CallCard.Recording.of(CallCard.Recording.State.WHEN_LIFTED),
        null,
        true);
  }
}
