package app.ringbook.customer.view;

import app.ringbook.customer.Contact;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.twins.Twin;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the customer screens read and do. Everything but {@link #changes} blocks and is called off
 * the window's thread. What changes something returns its place in the journal, for {@link #undo};
 * a write on a row that somebody else changed throws {@link app.ringbook.store.StaleRowException}.
 */
public interface CustomerBook {

  /**
   * A customer that was made.
   *
   * @param id its key
   * @param sequence place in the journal
   */
  record Created(long id, long sequence) {}

  /** All customers there are. */
  long count();

  /**
   * Keys of the customers that answer, in order.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  long[] ids(ListQuery query, Progress progress);

  /** The customers that answer in groups by the values of a field, in order within each. */
  Grouping grouped(ListQuery query, String by, Progress progress);

  /**
   * The first keys of the list where they are found at once, for a page that opens; empty if only
   * {@link #ids} can tell.
   */
  long[] first(ListQuery query, int most);

  /** The fields of customers as they are now; at hand on any thread. */
  List<Field<CustomerRecord>> fields();

  /** The fields lists can filter and sort by, as they are now; at hand on any thread. */
  List<ColumnField> columns();

  /**
   * What was typed into a field; at hand on any thread.
   *
   * @return null for nothing
   * @throws app.ringbook.platform.ProblemException if it is no such value
   */
  @Nullable Object read(Field<?> field, String typed);

  /** How many customers are meant. */
  long count(Filter filter, Progress progress);

  /** Values that customers have in a field, the most frequent first. */
  List<String> choices(String field, Progress progress);

  /** These customers with all that lists show; those deleted meanwhile are left out. */
  List<CustomerRecord> lines(List<Long> ids);

  /** The customer with contacts and phones, or empty if deleted. */
  Optional<Portrait> portrait(long id);

  /** Customers that may be the same as one with this name or number; the likeliest first. */
  List<Twin> twins(String name, String phone);

  /**
   * Makes a customer. A name or a number is enough; the number belongs to the contact if one is
   * named.
   *
   * @param reason why it is another one than its twins; empty if nobody was asked
   * @throws app.ringbook.customer.twins.TwinsFoundException if it has twins and there is no reason
   */
  Created create(String name, String phone, String contact, String reason);

  /**
   * Writes what differs between the two.
   *
   * @throws app.ringbook.customer.profile.SameCompanyException if it is another customer's company
   */
  long save(CustomerRecord before, CustomerRecord after);

  /** Sets when and why the customer is contacted next; null for not at all. */
  long setNextContact(long id, @Nullable Instant at, @Nullable String purpose);

  /** Writes the main number as typed; empty text takes it away. */
  long setMainPhone(long id, String raw);

  /**
   * Adds a contact (id 0) or writes a changed one.
   *
   * @param number its number as typed; empty for none
   * @param department its department by name, made if there is none; empty for none
   */
  long saveContact(Contact contact, String number, String department);

  /** Deletes a contact; its numbers stay with the customer. */
  long deleteContact(Contact contact);

  /** Deletes the customer with all that hangs on it. */
  long delete(long id);

  /** What a change to many would do; changes nothing. */
  BulkEdits.Preview bulkPreview(long[] ids, BulkChange change, Progress progress);

  /**
   * Changes many, in blocks that are one group of the journal.
   *
   * @param subject what is done, in the user's words
   */
  BulkEdits.Done bulk(long[] ids, BulkChange change, String subject, Progress progress);

  /** Takes a group of changes back; returns how many rows were left as others made them since. */
  int undoGroup(String group, Progress progress);

  /** Takes a change back. */
  void undo(long sequence);

  /** Told, on any thread, the customers that changed; an empty set means too many to name. */
  Subscription changes(Consumer<Set<Long>> changed);
}
