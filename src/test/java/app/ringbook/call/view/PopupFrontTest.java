package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FakeClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of several calls the one that a person needs to see is shown in full. */
@Tag("S4-07")
class PopupFrontTest {
  private final FakeClock clock = new FakeClock();
  private final PopupFront front = new PopupFront();
  private final PopupCall first = call("a", CallState.RINGING, null);
  private final PopupCall second = call("b", CallState.RINGING, null);

  private PopupCall call(String key, CallState state, @Nullable CallOutcome outcome) {
    return new PopupCall(Cards.known(Cards.call(key, 1, state, outcome), false), clock);
  }

  private void goesOn(PopupCall call, CallState state, @Nullable CallOutcome outcome) {
    front.update(call, Cards.known(Cards.call(call.key(), 1, state, outcome), false));
  }

  @Test
  void whoRingsOrIsAnsweredTakesThePlaceOfACallThatIsOver() {
    front.began(first);
    front.began(second);
    assertThat(front.get()).isSameAs(first);
    goesOn(first, CallState.ENDED, CallOutcome.ANSWERED);
    assertThat(front.get()).isSameAs(first);
    goesOn(second, CallState.TALKING, null);
    assertThat(front.get()).isSameAs(second);
    goesOn(second, CallState.ENDED, CallOutcome.ANSWERED);
    PopupCall third = call("c", CallState.RINGING, null);
    front.began(third);
    assertThat(front.get()).isSameAs(third);
  }

  @Test
  void whatAPersonTypesIntoStaysInFront() {
    front.began(first);
    goesOn(first, CallState.ENDED, CallOutcome.ANSWERED);
    first.noteProperty().set("asks for");
    goesOn(second, CallState.TALKING, null);
    assertThat(front.get()).isSameAs(first);

    PopupFront clicked = new PopupFront();
    PopupCall over = call("d", CallState.ENDED, CallOutcome.MISSED);
    clicked.began(over);
    clicked.keepWhile(() -> true);
    clicked.began(call("e", CallState.RINGING, null));
    assertThat(clicked.get()).isSameAs(over);
  }

  @Test
  void stripsStayStrips() {
    front.began(first);
    front.set(null);
    goesOn(first, CallState.TALKING, null);
    assertThat(front.get()).isNull();
  }
}
