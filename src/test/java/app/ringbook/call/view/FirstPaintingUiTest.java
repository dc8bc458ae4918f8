package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallCard;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.testkit.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FirstPaintingUiTest extends FxTest {
  private final List<CallCard> shown = new ArrayList<>();
  private final List<String> painted = new CopyOnWriteArrayList<>();
  private final FirstPainting first =
      onFx(
          () -> {
            FirstPainting made = new FirstPainting(shown::add);
            made.onPainted(painted::add);
            return made;
          });

  @Test
  void newsThatComesWithTheCallerWaitsUntilTheCallerIsDrawn() {
    CallCard early = card(CallState.RINGING);
    CallCard late = card(CallState.TALKING);
    fx(
        () -> {
          first.began("a");
          first.show(early);
          first.show(late);
          assertThat(shown).isEmpty();
        });
    await().until(() -> onFx(() -> shown.size()) == 1);
    assertThat(onFx(shown::getFirst)).isSameAs(late);
  }

  @Test
  void itIsToldOnceTheCallerIsThere() {
    fx(() -> first.began("a"));
    await().until(() -> painted.contains("a"));
    assertThat(painted).containsExactly("a");
  }

  @Test
  void theEndOfACallNeverWaits() {
    CallCard end = Cards.unknown(Cards.call("a", 1, CallState.ENDED, CallOutcome.MISSED));
    fx(
        () -> {
          first.began("a");
          first.show(card(CallState.RINGING));
          first.show(end);
          assertThat(shown).containsExactly(end);
        });
    settle();
    settle();
    assertThat(onFx(() -> List.copyOf(shown))).containsExactly(end);
  }

  private static CallCard card(CallState state) {
    return Cards.unknown(Cards.call("a", 1, state, null));
  }
}
