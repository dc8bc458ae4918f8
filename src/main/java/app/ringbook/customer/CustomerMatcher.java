package app.ringbook.customer;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.Database;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says who is calling, and why it thinks so. Not for the window's thread. */
public final class CustomerMatcher {

  /**
   * @param ownNumbers the office's own numbers as typed in the settings
   */
  public CustomerMatcher(
      CallerIndex index,
      Database database,
      PhoneNumbers numbers,
      AppClock clock,
      Supplier<List<String>> ownNumbers) {}

  /** Who has this number. */
  public Match match(PhoneNumber number) {
    return match(number, null);
  }

  /**
   * Who has this number, knowing whom a person chose for it before.
   *
   * @param learnedCustomer customer chosen before, or null
   */
  public Match match(PhoneNumber number, @Nullable Long learnedCustomer) {
    throw new UnsupportedOperationException();
  }
}
