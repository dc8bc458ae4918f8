package app.ringbook.telephony;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several listeners as one, told in the order added. One that throws does not keep the next from
 * hearing. Only the first listener can confirm a stored call.
 */
public final class CallListeners implements CallListener {
  private static final Logger LOG = LoggerFactory.getLogger(CallListeners.class);
  private final List<CallListener> all = new CopyOnWriteArrayList<>();

  /**
   * @param first the listener that saves calls
   */
  public CallListeners(CallListener first) {
    all.add(first);
  }

  /** Adds a listener for good. */
  public void add(CallListener listener) {
    all.add(listener);
  }

  @Override
  public void linkChanged(LinkStatus status) {
    tell(listener -> listener.linkChanged(status));
  }

  @Override
  public void ringing(Call call) {
    tell(listener -> listener.ringing(call));
  }

  @Override
  public void identified(Call call) {
    tell(listener -> listener.identified(call));
  }

  @Override
  public void answered(Call call) {
    tell(listener -> listener.answered(call));
  }

  @Override
  public void audio(Call call, AudioBlock block) {
    tell(listener -> listener.audio(call, block));
  }

  @Override
  public void audioGap(Call call, long firstSample, long count) {
    tell(listener -> listener.audioGap(call, firstSample, count));
  }

  @Override
  public void ended(Call call) {
    tell(listener -> listener.ended(call));
  }

  @Override
  public void stored(StoredCall call, Runnable confirm) {
    all.getFirst().stored(call, confirm);
    for (CallListener listener : all.subList(1, all.size())) {
      listener.stored(call, () -> {});
    }
  }

  private void tell(Consumer<CallListener> news) {
    for (CallListener listener : all) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("A listener of the phone line failed", e);
      }
    }
  }
}
