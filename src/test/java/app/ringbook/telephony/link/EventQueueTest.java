package app.ringbook.telephony.link;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept when the call thread cannot follow. */
class EventQueueTest {
  private static final Stamp AT = new Stamp(1, 0, -1, Instant.EPOCH);
  private final EventQueue queue = new EventQueue();

  @Test
  void ringsOfACallTakeEachOthersPlace() throws InterruptedException {
    for (int i = 1; i <= 50; i++) {
      queue.add(new CallEvent.Ringing(AT, "a", i, true));
    }
    assertThat(all())
        .extracting(event -> ((CallEvent.Ringing) event).count())
        .containsExactly(1, 50);
  }

  @Test
  void soundThatFindsNoRoomBecomesOneGap() throws InterruptedException {
    for (int i = 0; i < EventQueue.FULL + 100; i++) {
      queue.add(
          new CallEvent.Audio(
              AT, "a", new AudioBlock(i * 160L, Codec.ALAW, 1, 160, new byte[160])));
    }
    List<CallEvent> all = all();
    assertThat(all).hasSize(EventQueue.FULL + 1);
    assertThat(all.getLast())
        .isEqualTo(new CallEvent.AudioGap(AT, "a", EventQueue.FULL * 160L, 100 * 160L));
    assertThat(queue.dropped()).isEqualTo(100);
  }

  @Test
  void soundThatNobodyFetchesHidesNoCallOnAnotherLine() throws InterruptedException {
    for (int i = 0; i < EventQueue.FULL + 100; i++) {
      queue.add(
          new CallEvent.Audio(
              AT, "a", new AudioBlock(i * 160L, Codec.ALAW, 1, 160, new byte[160])));
    }
    Stamp other = new Stamp(2, 0, -1, Instant.EPOCH);
    CallEvent ring = new CallEvent.Ringing(other, "b", 1, true);
    CallEvent lifted = new CallEvent.OffHook(other, "b", false);
    queue.add(ring);
    queue.add(lifted);
    assertThat(all()).endsWith(ring, lifted);
  }

  @Test
  void aFloodIsBoundedAndEndsAreKept() throws InterruptedException {
    for (int i = 0; i < 20_000; i++) {
      queue.add(new CallEvent.Ringing(AT, "call" + i, 1, true));
    }
    queue.add(
        new CallEvent.CallEnded(
            AT, "a", CallerInfo.NOTHING, Direction.INCOMING, CallOutcome.MISSED, null, 1, 0, 0));
    List<CallEvent> all = all();
    assertThat(all).hasSize(EventQueue.CROWDED + 1);
    assertThat(all.getLast()).isInstanceOf(CallEvent.CallEnded.class);
  }

  @Test
  void aFloodOnOneLineHidesNoCallOnAnother() throws InterruptedException {
    for (int i = 0; i < 20_000; i++) {
      queue.add(new CallEvent.Ringing(AT, "call" + i, 1, true));
    }
    Stamp quiet = new Stamp(7, 0, -1, Instant.EPOCH);
    queue.add(new CallEvent.Ringing(quiet, "good", 1, true));
    List<CallEvent> all = all();
    assertThat(all).hasSize(EventQueue.CROWDED);
    assertThat(all.getLast()).isEqualTo(new CallEvent.Ringing(quiet, "good", 1, true));
  }

  private List<CallEvent> all() throws InterruptedException {
    queue.end();
    List<CallEvent> events = new ArrayList<>();
    for (EventQueue.Item item = queue.next(0); item != null && !item.isEnd(); ) {
      CallEvent event = item.event();
      if (event != null) {
        events.add(event);
      }
      item = queue.next(0);
    }
    return events;
  }
}
