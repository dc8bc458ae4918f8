package app.ringbook.telephony;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands calls on to the listener and asks the kit for sound when a call is to be recorded. What the
 * listener throws ends here, so that the call itself goes on.
 */
final class LinkCalls implements CallListener {
  private static final Logger LOG = LoggerFactory.getLogger(LinkCalls.class);
  private final PhoneLink link;
  private final CallListener next;

  LinkCalls(PhoneLink link, CallListener next) {
    this.link = link;
    this.next = next;
  }

  @Override
  public void ringing(Call call) {
    if (call.direction() == Direction.OUTGOING) {
      recordIfWanted(call);
    }
    safely(() -> next.ringing(call));
  }

  @Override
  public void identified(Call call) {
    safely(() -> next.identified(call));
  }

  @Override
  public void answered(Call call) {
    if (call.direction() == Direction.INCOMING) {
      recordIfWanted(call);
    }
    safely(() -> next.answered(call));
  }

  @Override
  public void audio(Call call, AudioBlock block) {
    safely(() -> next.audio(call, block));
  }

  @Override
  public void audioGap(Call call, long firstSample, long count) {
    safely(() -> next.audioGap(call, firstSample, count));
  }

  @Override
  public void ended(Call call) {
    safely(() -> next.ended(call));
  }

  @Override
  public void corrected(Call call) {
    safely(() -> next.corrected(call));
  }

  @Override
  public void stored(StoredCall call, Runnable confirm) {
    safely(() -> next.stored(call, confirm));
  }

  private void recordIfWanted(Call call) {
    safely(
        () -> {
          if (link.policy().record(call)) {
            link.record(call, true);
          }
        });
  }

  private static void safely(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.error("A listener of calls failed", e);
    }
  }
}
