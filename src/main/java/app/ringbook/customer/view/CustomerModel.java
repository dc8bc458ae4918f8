package app.ringbook.customer.view;

import app.ringbook.customer.Portrait;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One customer, read and followed: for the customer's page and for the preview beside the list.
 * Used on the front thread.
 */
public final class CustomerModel {

  /** What there is to see. */
  public enum Status {
    /** No customer is wanted. */
    NOBODY,
    /** Being read for the first time. */
    LOADING,
    /** The customer is here. */
    READY,
    /** Deleted, or never was. */
    GONE,
    /** Could not be read. */
    FAILED
  }

  private final CustomerBook book;
  private final Executor front;
  private final NewestOnly questions;
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.NOBODY);
  private final ReadOnlyObjectWrapper<@Nullable Portrait> portrait = new ReadOnlyObjectWrapper<>();
  private long customerId;
  private @Nullable Subscription news;

  /**
   * @param front runs what it is given on the front thread, later
   */
  public CustomerModel(CustomerBook book, Background background, Executor front) {
    this.book = book;
    this.front = front;
    this.questions = new NewestOnly(background);
  }

  /** Reads a customer and follows it, in place of the one before. */
  public void show(long id) {
    boolean same = id == customerId && portrait.get() != null;
    hidden();
    customerId = id;
    if (!same) {
      // The status first: whoever shows READY counts on a portrait.
      status.set(Status.LOADING);
      portrait.set(null);
    }
    news = book.changes(changed -> front.execute(() -> changed(changed)));
    refresh();
  }

  /** Wants nobody. */
  public void clear() {
    hidden();
    customerId = 0;
    status.set(Status.NOBODY);
    portrait.set(null);
  }

  /** Stops following; what was read stays. */
  public void hidden() {
    questions.forget();
    if (news != null) {
      news.close();
      news = null;
    }
  }

  /** Reads again. */
  public void refresh() {
    long id = customerId;
    questions.ask(
        progress -> book.portrait(id),
        this::answered,
        problem -> {
          status.set(Status.FAILED);
          portrait.set(null);
        });
  }

  /** The customer wanted, 0 for nobody. */
  public long customerId() {
    return customerId;
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** The customer; null unless {@link Status#READY}. */
  public ReadOnlyObjectProperty<@Nullable Portrait> portrait() {
    return portrait.getReadOnlyProperty();
  }

  private void changed(Set<Long> ids) {
    if (news != null && (ids.isEmpty() || ids.contains(customerId))) {
      refresh();
    }
  }

  private void answered(Optional<Portrait> answer) {
    if (answer.isEmpty()) {
      status.set(Status.GONE);
    }
    portrait.set(answer.orElse(null));
    if (answer.isPresent()) {
      status.set(Status.READY);
    }
  }
}
