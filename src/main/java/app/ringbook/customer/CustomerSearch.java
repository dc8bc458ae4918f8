package app.ringbook.customer;

import app.ringbook.customer.index.Find;
import app.ringbook.customer.index.Finder;
import app.ringbook.customer.index.OwnerSet;
import app.ringbook.customer.index.TopFinds;
import app.ringbook.customer.memory.TextTable;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.stored.SearchIndex;
import app.ringbook.customer.stored.SearchedTexts;
import app.ringbook.customer.stored.StoredTexts;
import app.ringbook.customer.stored.TextLines;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers, people and numbers by any part: names, pinyin, initials, digits, e-mail
 * addresses. Asks the derived index ({@link SearchIndex}), which takes less than a millisecond and
 * is kept true by the database's changes; until it is loaded, the database itself is searched,
 * which takes a second. Not for the window's thread.
 */
public final class CustomerSearch implements AutoCloseable {
  /** Texts of each kind that are looked through for a question before {@link #loaded}. */
  private static final int MOST = 2_000;

  private static final int MOST_IDS = 20_000;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d\\s()\\-./]*\\d[\\d\\s()\\-./]*");

  /** What was found. */
  public enum Kind {
    /** A customer by name, pinyin, initials or e-mail. */
    CUSTOMER(0),
    /** A person at a customer. */
    CONTACT(1),
    /** A phone number of a customer. */
    PHONE(2),
    /** A customer by its note. */
    NOTE(3);

    /** Place among equally good hits. */
    final int number;

    Kind(int number) {
      this.number = number;
    }
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
      return "customer.found." + name().toLowerCase(Locale.ROOT);
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
      List<Range> highlights) {

    /** Copies the list. */
    public Hit {
      highlights = List.copyOf(highlights);
    }
  }

  private final Database database;
  private final StoredTexts stored;
  private final SearchIndex index;

  /** Held by the one question that searches the database. */
  private final Object asking = new Object();

  /** As the other one, with everything in memory. */
  public CustomerSearch(Database database) {
    this(database, null);
  }

  /**
   * Listens to the database from now on; empty until {@link #load}.
   *
   * @param folder where the index file is kept, or null to keep everything in memory
   */
  public CustomerSearch(Database database, @Nullable Path folder) {
    this.database = database;
    this.stored = new StoredTexts(database);
    this.index = new SearchIndex(database, folder);
  }

  /**
   * Reads the index file, or makes it: that takes seconds with a million, so on a background
   * thread. Progress in names and numbers.
   */
  public void load(Progress progress) {
    index.load(progress);
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    return index.loaded();
  }

  /** As {@link #find(String, int, Progress)} for a question that is never taken back. */
  public List<Hit> find(String text, int limit) {
    return find(text, limit, Progress.NONE);
  }

  /**
   * The best hits, the likeliest first; all words of the text must be found in one of them.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public List<Hit> find(String text, int limit, Progress progress) {
    List<String> words = words(text);
    if (words.isEmpty() || limit <= 0) {
      return List.of();
    }
    String digits = digitsIn(text);
    return new HitReader(database).read(best(words, digits, limit, progress), words);
  }

  /**
   * Which texts {@link #find} would show, without reading what a person sees of them: what the
   * search itself takes.
   */
  public List<Find> finds(String text, int limit) {
    List<String> words = words(text);
    return words.isEmpty() || limit <= 0
        ? List.of()
        : best(words, digitsIn(text), limit, Progress.NONE);
  }

  private List<Find> best(
      List<String> words, @Nullable String digits, int limit, Progress progress) {
    if (index.loaded()) {
      try {
        List<Find> best = finder(words, digits, limit, progress).best();
        if (index.loaded()) {
          return best;
        }
      } catch (IndexOutOfBoundsException | BufferUnderflowException | InternalError e) {
        index.doubt(e);
      }
    }
    SearchedTexts texts = texts(words, digits, MOST, progress);
    if (texts == null) {
      return best(words, digits, limit, progress);
    }
    TopFinds best = new TopFinds(limit);
    texts.customers().scan(words, into(best, Kind.CUSTOMER));
    texts.contacts().scan(words, into(best, Kind.CONTACT));
    if (digits != null) {
      texts.phones().scan(List.of(digits), into(best, Kind.PHONE));
    }
    return best.inOrder();
  }

  private static TextTable.Visitor into(TopFinds best, Kind kind) {
    return (id, owner, score, line) -> best.offer(new Find(kind.number, id, owner, score, line));
  }

  private Finder finder(List<String> words, @Nullable String digits, int limit, Progress progress) {
    Finder finder =
        new Finder(limit, progress)
            .in(Kind.CUSTOMER.number, index.customers(), words)
            .in(Kind.CONTACT.number, index.contacts(), words);
    return digits == null ? finder : finder.in(Kind.PHONE.number, index.phones(), List.of(digits));
  }

  /** Hits in notes, which are not kept in memory: slower, for after {@link #find}. */
  public List<Hit> findNotes(String text, int limit) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    if (folded.isEmpty() || limit <= 0) {
      return List.of();
    }
    String escaped = folded.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return new HitReader(database).notes("%" + escaped + "%", folded, limit);
  }

  /**
   * Ids of all customers with a hit, ascending; of very many hits, some only before {@link
   * #loaded}.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public long[] customerIds(String text, Progress progress) {
    List<String> words = words(text);
    OwnerSet owners = new OwnerSet();
    if (!words.isEmpty()) {
      owners(words, digitsIn(text), owners, progress);
    }
    return owners.inOrder();
  }

  private void owners(
      List<String> words, @Nullable String digits, OwnerSet owners, Progress progress) {
    if (index.loaded()) {
      try {
        finder(words, digits, 1, progress).owners(owners::add);
        if (index.loaded()) {
          return;
        }
      } catch (IndexOutOfBoundsException | BufferUnderflowException | InternalError e) {
        index.doubt(e);
      }
    }
    SearchedTexts texts = texts(words, digits, MOST_IDS, progress);
    if (texts == null) {
      owners(words, digits, owners, progress);
      return;
    }
    TextTable.Visitor owner = (id, customer, score, line) -> owners.add(customer);
    texts.customers().scan(words, owner);
    texts.contacts().scan(words, owner);
    if (digits != null) {
      texts.phones().scan(List.of(digits), owner);
    }
  }

  @Override
  public void close() {
    index.close();
  }

  private static List<String> words(String text) {
    return SPACES.splitAsStream(NameKeys.fold(text)).filter(w -> !w.isEmpty()).toList();
  }

  /** A number is looked for as one run of digits; a text that is no number finds no phone. */
  private static @Nullable String digitsIn(String text) {
    String folded = NameKeys.fold(text);
    return NUMBER.matcher(folded).matches() ? TextLines.digits(folded) : null;
  }

  /** What the database finds for a question; null if the index was loaded meanwhile. */
  private @Nullable SearchedTexts texts(
      List<String> words, @Nullable String digits, int most, Progress progress) {
    synchronized (asking) {
      progress.check();
      SearchedTexts some =
          stored.having(
              words,
              digits,
              most,
              () -> {
                progress.check();
                return index.loaded();
              });
      return index.loaded() ? null : some;
    }
  }
}
