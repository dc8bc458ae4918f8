package app.ringbook.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who want to hear of something, called one after the other on the thread of {@link #tell}.
 * One that throws is logged and does not keep the others from hearing.
 *
 * @param <T> what they hear
 */
public final class Listeners<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
  private final List<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

  /** Adds a listener until the subscription is closed. */
  public Subscription add(Consumer<? super T> listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  /** Calls every listener with the news. */
  public void tell(T news) {
    for (Consumer<? super T> listener : all) {
      try {
        listener.accept(news);
      } catch (RuntimeException e) {
        LOG.error("A listener failed", e);
      }
    }
  }
}
