package app.ringbook.customer;

import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.util.List;

/**
 * Finds customers, people and numbers by any part: names, pinyin, initials, digits, e-mail
 * addresses. Kept in memory and true by the database's changes. Not for the window's thread.
 */
public final class CustomerSearch implements AutoCloseable {

  /** What was found. */
  public enum Kind {
    /** A customer by name, pinyin, initials or e-mail. */
    CUSTOMER,
    /** A person at a customer. */
    CONTACT,
    /** A phone number of a customer. */
    PHONE,
    /** A customer by its note. */
    NOTE
  }

  /** Why it was found. */
  public enum Why {
    /** By its name. */
    NAME,
    /** By the sound of its name. */
    PINYIN,
    /** By the initials of its name. */
    INITIALS,
    /** By digits of a number. */
    DIGITS,
    /** By an e-mail address. */
    EMAIL,
    /** By a note. */
    NOTE;

    /** Text key that says why. */
    public String key() {
      return "customer.found." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Part of a title to be highlighted: from (inclusive) to (exclusive). */
  public record Range(int from, int to) {}

  /**
   * Something found.
   *
   * @param kind what it is
   * @param id key of the customer, contact or phone
   * @param customerId the customer it belongs to
   * @param title name or number as a person reads it
   * @param detail customer's name for people and numbers, town or note for customers; may be empty
   * @param why why it was found
   * @param highlights parts of the title that were found; may be empty
   */
  public record Hit(
      Kind kind,
      long id,
      long customerId,
      String title,
      String detail,
      Why why,
      List<Range> highlights) {}

  /** Listens to the database from now on; empty until {@link #load}. */
  public CustomerSearch(Database database) {}

  /** Reads all names and numbers; takes seconds with a million, so on a background thread. */
  public void load(Progress progress) {
    throw new UnsupportedOperationException();
  }

  /** True once {@link #load} is through; before that, searching finds what is read already. */
  public boolean loaded() {
    throw new UnsupportedOperationException();
  }

  /** The best hits, the likeliest first; all words of the text must be found in one of them. */
  public List<Hit> find(String text, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Hits in notes, which are not kept in memory: slower, for after {@link #find}. */
  public List<Hit> findNotes(String text, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Ids of all customers with a hit, ascending. */
  public long[] customerIds(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
