package app.ringbook.customer.view.profile;

import app.ringbook.customer.view.NewestOnly;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one customer, read and followed for every panel of the page. Used on the
 * front thread.
 */
public final class ProfileModel {
  private final ProfileBook book;
  private final Executor front;
  private final NewestOnly questions;
  private final ReadOnlyObjectWrapper<ProfileBook.@Nullable Known> known =
      new ReadOnlyObjectWrapper<>();
  private long customerId;
  private @Nullable Subscription news;

  /**
   * @param front runs what it is given on the front thread, later
   */
  public ProfileModel(ProfileBook book, Background background, Executor front) {
    this.book = book;
    this.front = front;
    this.questions = new NewestOnly(background);
  }

  /** Reads a customer and follows it; asked again by the next panel, it goes on. */
  public void show(long id) {
    if (id == customerId && news != null) {
      return;
    }
    boolean same = id == customerId;
    hidden();
    customerId = id;
    if (!same) {
      known.set(null);
    }
    news = book.changes(changed -> front.execute(() -> changed(changed)));
    refresh();
  }

  /** Stops following; what was read stays. */
  public void hidden() {
    questions.forget();
    if (news != null) {
      news.close();
      news = null;
    }
  }

  /** What is known; null while it is read or if the customer is gone. */
  public ReadOnlyObjectProperty<ProfileBook.@Nullable Known> known() {
    return known.getReadOnlyProperty();
  }

  /** The customer wanted, 0 for nobody. */
  public long customerId() {
    return customerId;
  }

  private void refresh() {
    long id = customerId;
    // What failed to be read stays as it was: the page itself says that reading failed.
    questions.ask(progress -> book.known(id), this::answered, problem -> {});
  }

  private void changed(Set<Long> ids) {
    if (news != null && (ids.isEmpty() || ids.contains(customerId))) {
      refresh();
    }
  }

  private void answered(Optional<ProfileBook.Known> answer) {
    known.set(answer.orElse(null));
  }
}
