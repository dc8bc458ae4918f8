package app.ringbook.customer.stored;

import app.ringbook.customer.index.LiveTexts;
import app.ringbook.customer.index.TextIndex;
import app.ringbook.customer.index.TextIndexBuilder;
import app.ringbook.customer.stored.TextSource.Kind;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.keys.IndexFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of all customers, people and numbers, as they are in the database: read from the index
 * file beside it if that fits, else from the database; then kept true by what is committed here and
 * by what others commit. A file that does not fit, or is not whole, is made anew.
 *
 * <p>Safe for any thread; {@link #load} is for a background thread.
 */
public final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final List<Boolean> NUMBERS =
      Arrays.stream(Kind.values()).map(kind -> kind == Kind.PHONES).toList();

  /** With more changed texts than this the next start would have to wait for them. */
  private static final int WORTH_WRITING = 20_000;

  private static final Duration FOLLOWED = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final Database database;
  private final StoredTexts stored;
  private final KeptIndex kept;
  private final List<LiveTexts> kinds = NUMBERS.stream().map(LiveTexts::new).toList();
  private final Worker worker = new Worker("search-index");
  private final Subscription subscription;

  /** Changes that arrive while loading. */
  private final List<TextChanges> waiting = new ArrayList<>();

  private final Object loading = new Object();
  private volatile boolean loaded;
  private volatile boolean closed;

  /** The newest change that is in. */
  private long applied;

  /** Of a shared database: up to which everybody's changes are in. */
  private long followed;

  private int changedBefore;
  private boolean watching;

  /**
   * Listens to the database from now on; empty until {@link #load}.
   *
   * @param folder where the index file is kept, or null to keep everything in memory
   */
  public SearchIndex(Database database, @Nullable Path folder) {
    this.database = database;
    this.stored = new StoredTexts(database);
    this.kept = new KeptIndex(database, folder, "search", NUMBERS.size() * TextIndex.SECTIONS);
    this.subscription = database.changes().add(this::committed);
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    return loaded;
  }

  /** Texts of a kind, owned by the customer. */
  public LiveTexts of(Kind kind) {
    return kinds.get(kind.place());
  }

  /** Makes the texts those of the database; progress in texts where all must be read. */
  public void load(Progress progress) {
    synchronized (loading) {
      if (loaded || closed) {
        return;
      }
      long at = fromFile();
      if (at == 0) {
        at = fromDatabase(progress);
      }
      long upTo = catchUp(at, progress);
      synchronized (this) {
        waiting.stream().filter(changes -> changes.sequence() > upTo).forEach(this::apply);
        waiting.clear();
        applied = Math.max(applied, upTo);
        followed = upTo;
        loaded = true;
      }
      watch();
    }
  }

  /** Something is wrong with what is loaded: forgets it, and the file, and begins anew. */
  public void doubt(Throwable why) {
    synchronized (this) {
      if (!loaded) {
        return;
      }
      LOG.error("The search index is made anew", why);
      loaded = false;
      kinds.forEach(LiveTexts::clear);
    }
    worker.execute(
        () -> {
          kept.forget();
          load(Progress.NONE);
        });
  }

  @Override
  public void close() {
    closed = true;
    subscription.close();
    worker.close();
  }

  /** The change the file holds, or 0 if there is no file that fits. */
  private long fromFile() {
    IndexFile.Stored found = kept.read();
    if (found == null) {
      return 0;
    }
    for (int i = 0; i < kinds.size(); i++) {
      kinds.get(i).under(index(found, i));
    }
    return found.stamp().sequence();
  }

  private static TextIndex index(IndexFile.Stored found, int kind) {
    int from = kind * TextIndex.SECTIONS;
    return new TextIndex(
        found.sections().subList(from, from + TextIndex.SECTIONS), NUMBERS.get(kind));
  }

  /** The newest change that is surely in what was read. */
  private long fromDatabase(Progress progress) {
    long sequence = database.lastSequence();
    if (kept.keeps() && sequence > 0) {
      try {
        try (IndexFile.Writing writing = kept.write(sequence)) {
          read(
              new Counting(stored.count(), progress), (kind, made) -> writing.add(made.sections()));
          writing.finish();
        }
        if (fromFile() == sequence) {
          return sequence;
        }
        kinds.forEach(LiveTexts::clear);
      } catch (IOException e) {
        LOG.warn("The index file could not be written; all is kept in memory", e);
      }
    }
    try {
      read(new Counting(stored.count(), progress), (kind, made) -> of(kind).under(made));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sequence;
  }

  /** Is given the index of each kind, in order. */
  private interface Made {
    void index(Kind kind, TextIndex made) throws IOException;
  }

  /** Reads each table once; an index is given away as soon as the last of its tables was read. */
  private void read(LongConsumer counted, Made made) throws IOException {
    Map<Kind, TextIndexBuilder> builders = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      builders.put(kind, new TextIndexBuilder(NUMBERS.get(kind.place())));
    }
    for (String table : StoredTexts.tables()) {
      stored.read(
          table,
          (kind, key, owner, text) ->
              Objects.requireNonNull(builders.get(kind)).add(key, owner, text),
          counted);
      Kind names = TextSource.of(table).getFirst().kind();
      TextIndexBuilder whole = names == Kind.WORDS ? null : builders.remove(names);
      if (whole != null) {
        made.index(names, whole.build());
      }
    }
    made.index(Kind.WORDS, Objects.requireNonNull(builders.get(Kind.WORDS)).build());
  }

  /** Tells how much of all texts was read. */
  private static final class Counting implements LongConsumer {
    private final long total;
    private final Progress progress;
    private long done;

    Counting(long total, Progress progress) {
      this.total = total;
      this.progress = progress;
      progress.at(0, total);
    }

    @Override
    public void accept(long more) {
      progress.check();
      done += more;
      progress.at(done, Math.max(done, total));
    }
  }

  /** Takes in what was changed since; the newest change taken in. */
  private long catchUp(long since, Progress progress) {
    return kept.catchUp(
        since,
        progress,
        entry -> {
          apply(TextChanges.of(entry));
          kinds.forEach(LiveTexts::tidy);
        });
  }

  private void committed(Committed committed) {
    TextChanges changes = TextChanges.of(committed);
    synchronized (this) {
      if (!loaded) {
        waiting.add(changes);
        return;
      }
      apply(changes);
    }
    if (kinds.stream().anyMatch(LiveTexts::untidy)) {
      worker.execute(this::tidy);
    }
  }

  private synchronized void apply(TextChanges changes) {
    changes.texts().forEach((kind, texts) -> of(kind).change(texts));
    applied = Math.max(applied, changes.sequence());
  }

  private void watch() {
    if (!watching) {
      watching = true;
      if (database.shared()) {
        worker.every(FOLLOWED, this::follow);
      }
      worker.every(QUIET, this::writeWhenQuiet);
    }
  }

  /** Others' changes, and ours once more, in the order of all. */
  private void follow() {
    if (loaded && database.lastSequence() > followed) {
      followed = catchUp(followed, Progress.NONE);
    }
  }

  private void tidy() {
    kinds.forEach(LiveTexts::tidy);
  }

  /** After an import: the next start reads a file rather than the journal. */
  private void writeWhenQuiet() {
    int changed = kinds.stream().mapToInt(LiveTexts::changed).sum();
    boolean quiet = changed == changedBefore;
    changedBefore = changed;
    if (loaded && kept.keeps() && quiet && changed > WORTH_WRITING) {
      try {
        write();
      } catch (IOException e) {
        LOG.warn("The index file could not be written", e);
      }
    }
  }

  private void write() throws IOException {
    List<LiveTexts.Moment> moments;
    long sequence;
    synchronized (this) {
      moments = kinds.stream().map(LiveTexts::now).toList();
      sequence = database.shared() ? followed : applied;
    }
    try (IndexFile.Writing writing = kept.write(sequence)) {
      for (int i = 0; i < kinds.size(); i++) {
        writing.add(kinds.get(i).whole(moments.get(i)).sections());
      }
      writing.finish();
    }
    IndexFile.Stored found = kept.read();
    if (found != null && found.stamp().sequence() == sequence) {
      for (int i = 0; i < kinds.size(); i++) {
        kinds.get(i).replace(moments.get(i), index(found, i));
      }
    }
  }
}
