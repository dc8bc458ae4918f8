package app.ringbook.ui.controls;

import app.ringbook.platform.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table over any number of ids, of which only those looked at are ever loaded. The
 * list itself is complete at once and never changes while rows arrive: each line carries its value
 * as a property, empty until its page is read, so neither scroll nor selection moves. Pages are
 * read off the window's thread, the ones asked for last first; pages that were scrolled past before
 * their turn are dropped.
 *
 * <p>Used on the window's thread. Give the table a fixed cell size, and never ask the list for all
 * its lines.
 *
 * @param <T> what a row shows
 */
public final class WindowedRows<T> extends ObservableListBase<WindowedRows.Line<T>> {
  private static final int PAGE = 50;
  private static final int WAITING = 4;
  private static final int KEPT = 4000;
  private static final long GONE = Long.MIN_VALUE;

  private final Background background;
  private final Loader<T> loader;
  private final ToLongFunction<T> idOf;
  private final Map<Long, Line<T>> kept = new Kept<>();
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Set<Long> unread = new HashSet<>();
  private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>();
  private long[] ids = {};
  private int generation;
  private boolean loading;

  /**
   * An empty list.
   *
   * @param loader reads the rows of some ids, in any order, on a worker thread; ids that are gone
   *     may be left out
   * @param idOf the id of a row
   */
  public WindowedRows(Background background, Loader<T> loader, ToLongFunction<T> idOf) {
    this.background = background;
    this.loader = loader;
    this.idOf = idOf;
  }

  /** Reads rows; called on a worker thread. */
  @FunctionalInterface
  public interface Loader<T> {
    /** The rows of these ids. */
    List<T> load(List<Long> ids) throws Exception;
  }

  /** A line of the table. Two lines of the same id are equal. */
  public static final class Line<T> {
    private final long id;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private boolean asked;

    private Line(long id) {
      this.id = id;
    }

    /** The id of the row. */
    public long id() {
      return id;
    }

    /** What the row shows, or null while it is not loaded. */
    public @Nullable T value() {
      return value.get();
    }

    /** As {@link #value()}, for cells that follow. */
    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
      return value.getReadOnlyProperty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line<?> line && line.id == id;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }
  }

  /** Shows these ids in this order. Rows that are already loaded keep their values. */
  public void show(long[] newIds) {
    long[] old = ids;
    beginChange();
    ids = newIds.clone();
    generation++;
    waiting.clear();
    allRead();
    kept.values().forEach(line -> line.asked = line.value() != null);
    // The list copies what was removed: one line for all of them, since nobody looks at it.
    nextReplace(0, ids.length, Collections.nCopies(old.length, new Line<>(GONE)));
    endChange();
  }

  /** Reads these rows again where they are loaded; the lines keep their places. */
  public void reload(Collection<Long> changed) {
    List<Long> loaded = changed.stream().filter(kept::containsKey).toList();
    if (!loaded.isEmpty()) {
      read(loaded, generation);
    }
  }

  /**
   * Why some rows could not be read, or null; to be told with a way to try again, since their lines
   * stay empty until then.
   */
  public ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What could not be read is asked for anew as soon as it is looked at: refresh the table. */
  public void tryAgain() {
    allRead();
  }

  private void allRead() {
    unread.clear();
    failure.set(null);
  }

  /** The ids shown, in order. */
  public long[] ids() {
    return ids.clone();
  }

  /** The id of a row. */
  public long idAt(int index) {
    return ids[index];
  }

  /** Where the id stands, or -1. */
  public int indexOfId(long id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public Line<T> get(int index) {
    Line<T> line = kept.computeIfAbsent(ids[index], Line::new);
    if (!line.asked) {
      ask(index / PAGE);
    }
    return line;
  }

  @Override
  public int indexOf(@Nullable Object line) {
    return line instanceof Line<?> sought ? indexOfId(sought.id) : -1;
  }

  @Override
  public int lastIndexOf(@Nullable Object line) {
    return indexOf(line);
  }

  @Override
  public boolean contains(@Nullable Object line) {
    return indexOf(line) >= 0;
  }

  /** The ids among these that are loaded, for a change that tells which rows it touched. */
  public Set<Long> loaded(Collection<Long> among) {
    Set<Long> found = new HashSet<>(among);
    found.retainAll(kept.keySet());
    return found;
  }

  private void ask(int page) {
    int end = Math.min(ids.length, (page + 1) * PAGE);
    for (int i = page * PAGE; i < end; i++) {
      kept.computeIfAbsent(ids[i], Line::new).asked = true;
    }
    waiting.remove(page);
    waiting.addFirst(page);
    while (waiting.size() > WAITING) {
      forget(waiting.removeLast());
    }
    loadNext();
  }

  private void forget(int page) {
    int end = Math.min(ids.length, (page + 1) * PAGE);
    for (int i = page * PAGE; i < end; i++) {
      Line<T> line = kept.get(ids[i]);
      if (line != null) {
        line.asked = line.value() != null;
      }
    }
  }

  private void loadNext() {
    Integer page = loading ? null : waiting.pollFirst();
    if (page == null) {
      return;
    }
    List<Long> wanted = new ArrayList<>(PAGE);
    int end = Math.min(ids.length, (page + 1) * PAGE);
    for (int i = page * PAGE; i < end; i++) {
      wanted.add(ids[i]);
    }
    loading = true;
    read(wanted, generation);
  }

  private void read(List<Long> wanted, int asOf) {
    background
        .run(progress -> loader.load(wanted))
        .orElse(
            e -> {
              wanted.forEach(this::mayBeAskedAgain);
              if (asOf == generation) {
                unread.addAll(wanted);
                failure.set(e);
              }
              next(asOf);
            })
        .then(
            rows -> {
              wanted.forEach(unread::remove);
              if (unread.isEmpty()) {
                failure.set(null);
              }
              for (T row : rows) {
                Line<T> line = kept.get(idOf.applyAsLong(row));
                if (line != null) {
                  line.value.set(row);
                }
              }
              next(asOf);
            });
  }

  private void mayBeAskedAgain(long id) {
    Line<T> line = kept.get(id);
    if (line != null) {
      line.asked = line.value() != null;
    }
  }

  private void next(int asOf) {
    loading = false;
    if (asOf <= generation) {
      loadNext();
    }
  }

  /** Loaded lines, the least recently looked at leave first. */
  private static final class Kept<T> extends LinkedHashMap<Long, Line<T>> {
    private static final long serialVersionUID = 1L;

    Kept() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Line<T>> eldest) {
      return size() > KEPT;
    }
  }
}
