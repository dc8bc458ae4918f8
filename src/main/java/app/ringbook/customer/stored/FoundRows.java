package app.ringbook.customer.stored;

import app.ringbook.customer.index.OwnerSet;
import app.ringbook.platform.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads only those rows of a list that a search found: few by their ids, many by going through the
 * list, of which they are then a good part.
 */
public final class FoundRows<T> {
  /** Of more rows than this the first ones are sooner met in the list than asked for. */
  public static final int FEW = 4_000;

  /** Of more rows than this all are sooner met in the list. */
  private static final int MANY = 100_000;

  /** The database compares each row it finds with all ids asked for, so that many are slow. */
  private static final int CHUNK = 200;

  private static final int FIRST_SLICE = 500;
  private static final int LARGEST_SLICE = 16_000;

  private final long @Nullable [] ids;
  private final Predicate<T> among;

  private FoundRows(long @Nullable [] ids, Predicate<T> among) {
    this.ids = ids;
    this.among = among;
  }

  /** Reads the rows of a list in its order. */
  @FunctionalInterface
  public interface Rows<T> {
    /**
     * One slice.
     *
     * @param ids only these rows, in any order and however many; null for all
     * @param after the row before the slice, or null where reading begins
     */
    List<T> read(@Nullable List<Long> ids, @Nullable T after, int limit);
  }

  /** So many that their ids are not even known. */
  public static <T> FoundRows<T> many(Predicate<T> among) {
    return new FoundRows<>(null, among);
  }

  /**
   * Those whose ids are in a set.
   *
   * @param among true for a row that was found
   */
  public static <T> FoundRows<T> of(OwnerSet ids, Predicate<T> among) {
    return new FoundRows<>(ids.inOrder(), among);
  }

  /**
   * The first rows found.
   *
   * @param order of the list
   * @param progress tells when nobody waits for the answer any more
   */
  public List<T> page(Rows<T> rows, Comparator<T> order, int limit, Progress progress) {
    List<T> page = new ArrayList<>();
    long[] few = ids;
    if (few != null && few.length <= FEW) {
      chunks(few, progress, chunk -> page.addAll(rows.read(chunk, null, limit)));
      page.sort(order);
      return List.copyOf(page.subList(0, Math.min(limit, page.size())));
    }
    T last = null;
    int slice = Math.max(FIRST_SLICE, limit);
    List<T> some;
    do {
      progress.check();
      some = rows.read(null, last, slice);
      some.stream().filter(among).limit(limit - page.size()).forEach(page::add);
      last = some.isEmpty() ? last : some.getLast();
      int read = some.size();
      if (read < slice) {
        break;
      }
      slice = Math.min(LARGEST_SLICE, slice * 2);
    } while (page.size() < limit);
    return page;
  }

  /**
   * Shows every row found.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public void each(Rows<T> rows, Progress progress, Consumer<T> visitor) {
    long[] known = ids;
    if (known != null && known.length <= MANY) {
      chunks(known, progress, chunk -> rows.read(chunk, null, CHUNK).forEach(visitor));
      return;
    }
    T last = null;
    List<T> some;
    do {
      progress.check();
      some = rows.read(null, last, LARGEST_SLICE);
      some.stream().filter(among).forEach(visitor);
      last = some.isEmpty() ? last : some.getLast();
    } while (some.size() == LARGEST_SLICE);
  }

  /** Shows ids in portions for which the database can be asked at once. */
  public static void chunks(long[] ids, Progress progress, Consumer<List<Long>> visitor) {
    for (int from = 0; from < ids.length; from += CHUNK) {
      progress.check();
      visitor.accept(LongStream.of(ids).skip(from).limit(CHUNK).boxed().toList());
    }
  }
}
