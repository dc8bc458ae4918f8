package app.ringbook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Texts;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.Presentation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineStateTest {
  @Test
  void withoutAKitOneIsOffered() {
    assertThat(LineState.of(null, null)).isEqualTo(LineState.NONE);
    assertThat(LineState.NONE.detail(Texts.ENGLISH)).isEqualTo("Connect one");
  }

  @Test
  void theLinkDecidesWhileNobodyCalls() {
    assertThat(kind(LinkStatus.State.OPENING, null)).isEqualTo(LineState.Kind.CONNECTING);
    assertThat(kind(LinkStatus.State.READY, null)).isEqualTo(LineState.Kind.READY);
    assertThat(kind(LinkStatus.State.READY, "telephony.line.noVoltage"))
        .isEqualTo(LineState.Kind.FAULT);
    assertThat(kind(LinkStatus.State.LOST, "telephony.port.gone"))
        .isEqualTo(LineState.Kind.UNPLUGGED);
    assertThat(kind(LinkStatus.State.LOST, "telephony.port.busy")).isEqualTo(LineState.Kind.FAULT);
  }

  @Test
  void aCallIsShownUnlessItsOwnKitIsGone() {
    LinkStatus ready = link(LinkStatus.State.READY, null);
    LineState state = LineState.of(ready, call(CallState.RINGING, null));
    assertThat(state.kind()).isEqualTo(LineState.Kind.RINGING);
    assertThat(state.detail(Texts.ENGLISH)).isEqualTo("Line 1 · no number");
    assertThat(LineState.of(ready, call(CallState.TALKING, "+49 30 1")).detail(Texts.CHINESE))
        .isEqualTo("线路 1 · +49 30 1");
    LinkStatus lost = link(LinkStatus.State.LOST, "telephony.port.gone");
    assertThat(LineState.of(lost, call(CallState.TALKING, "1")).kind())
        .isEqualTo(LineState.Kind.UNPLUGGED);
    assertThat(LineState.of(lost, call(CallState.ENDED, "1")).kind())
        .isEqualTo(LineState.Kind.UNPLUGGED);
  }

  @Test
  void whatIsWrongIsSaidWithWhatToDo() {
    LineState state = LineState.of(link(LinkStatus.State.LOST, "telephony.port.gone"), null);
    assertThat(state.detail(Texts.ENGLISH)).startsWith("Nothing is plugged in at COM5.");
  }

  private static LineState.Kind kind(LinkStatus.State state, @Nullable String reason) {
    return LineState.of(link(state, reason), null).kind();
  }

  private static LinkStatus link(LinkStatus.State state, @Nullable String reason) {
    return new LinkStatus(
        state, "k", "COM5", "x800", null, true, reason, List.of("COM5"), Instant.EPOCH);
  }

  private static Call call(CallState state, @Nullable String number) {
    return new Call(
        "k1",
        "k",
        1,
        Direction.INCOMING,
        state,
        number,
        Presentation.NUMBER,
        null,
        true,
        Instant.EPOCH,
        1,
        0,
        0,
        null,
        0);
  }
}
