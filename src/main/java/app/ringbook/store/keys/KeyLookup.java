package app.ringbook.store.keys;

import java.util.Collection;
import java.util.List;

/**
 * Finds rows by the order of a {@link KeyColumn}. Keys are compared sign by sign; rows without a
 * key are not found. The rows themselves are read by their ids: of what is found outside of a
 * transaction, some may have changed meanwhile.
 */
public interface KeyLookup {

  /** Keys from the first one up to but without the second. */
  record Range(String from, String to) {}

  /**
   * Ids of rows whose key lies in a range, in the order of key and id.
   *
   * @param most so many of the first
   */
  long[] in(KeyColumn column, Range range, int most);

  /** Ids of rows whose key lies in any of the ranges, each once, in no particular order. */
  long[] inAny(KeyColumn column, List<Range> ranges);

  /** Ids of rows that have any of these keys, each once, in no particular order. */
  long[] equal(KeyColumn column, Collection<String> keys);

  /** Ids of the rows in the order of key and id; of all of them for {@code Integer.MAX_VALUE}. */
  long[] first(KeyColumn column, int most);
}
