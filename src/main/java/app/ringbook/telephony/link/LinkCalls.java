package app.ringbook.telephony.link;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.StoredCall;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands calls on to the listener, and asks the kit for sound when a call is to be recorded. What
 * the listener throws ends here, so that the call itself goes on.
 */
final class LinkCalls implements CallListener {
  private static final Logger LOG = LoggerFactory.getLogger(LinkCalls.class);
  private final PhoneLink link;
  private final CallListener next;

  /** By the driver's identity of a call; used by the reader only. */
  private final Map<String, CallerInfo> callers = new Lately<>();

  /** Calls already asked about: who stops the sound later wants it stopped. */
  private final Map<String, Boolean> lifted = new Lately<>();

  /** Forgets all but the last entries. */
  private static final class Lately<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > 64;
    }
  }

  LinkCalls(PhoneLink link, CallListener next) {
    this.link = link;
    this.next = next;
  }

  /**
   * On the reader's thread: sound is asked for as the handset is lifted. The call thread may still
   * be busy finding out who calls.
   */
  void seen(CallEvent event) {
    if (event instanceof CallEvent.CallerId caller) {
      callers.merge(caller.call(), caller.info(), CallerInfo::plus);
    } else if (event instanceof CallEvent.Ringing ring) {
      callers.putIfAbsent(ring.call(), CallerInfo.NOTHING);
    } else if (event instanceof CallEvent.OffHook hook && lifted.put(hook.call(), true) == null) {
      recordIfWanted(lifted(hook));
    }
  }

  private Call lifted(CallEvent.OffHook hook) {
    CallerInfo caller = callers.get(hook.call());
    CallerInfo info = caller == null ? CallerInfo.NOTHING : caller;
    return new Call(
        link.name() + "/" + hook.call(),
        link.name(),
        hook.at().line(),
        caller == null ? Direction.OUTGOING : Direction.INCOMING,
        caller == null ? CallState.DIALLING : CallState.TALKING,
        info.number(),
        info.presentation(),
        info.name(),
        info.verified(),
        hook.at().at(),
        0,
        0,
        0,
        null,
        0);
  }

  @Override
  public void ringing(Call call) {
    safely(() -> next.ringing(call));
  }

  @Override
  public void identified(Call call) {
    safely(() -> next.identified(call));
  }

  @Override
  public void answered(Call call) {
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
