package app.ringbook.customer;

import app.ringbook.customer.index.Find;
import app.ringbook.customer.index.Finder;
import app.ringbook.customer.index.OwnerSet;
import app.ringbook.customer.index.TopFinds;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.stored.SearchIndex;
import app.ringbook.customer.stored.SearchedTexts;
import app.ringbook.customer.stored.StoredTexts;
import app.ringbook.customer.stored.TextLines;
import app.ringbook.customer.stored.TextSource;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
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
  private static final int SHORTEST_NUMBER = 3;
  private static final Pattern ZEROS = Pattern.compile("^0+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d\\s()\\-./]*\\d[\\d\\s()\\-./]*");

  /** What was found. */
  public enum Kind {
    /** A customer by name, pinyin, initials or e-mail. */
    CUSTOMER,
    /** A person at a customer. */
    CONTACT,
    /** A phone number of a customer. */
    PHONE,
    /** A customer by what is written about it: a note, an address, a field, a comment. */
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
    /** By something somebody wrote down. */
    NOTE,
    /** By where it is. */
    ADDRESS,
    /** By the name or code under which it is registered. */
    REGISTERED,
    /** By a field that users defined. */
    FIELD,
    /** By what it needs. */
    NEED,
    /** By what somebody does there. */
    ROLE;

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
   * @param detail customer's name for people and numbers, town or found words for customers; may be
   *     empty
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
    return new HitReader(database).read(best(text, words, limit, progress), words);
  }

  /**
   * Which texts {@link #find} would show, without reading what a person sees of them: what the
   * search itself takes.
   */
  public List<Find> finds(String text, int limit) {
    List<String> words = words(text);
    return words.isEmpty() || limit <= 0 ? List.of() : best(text, words, limit, Progress.NONE);
  }

  /** What is looked for in the texts of a kind. */
  private record Part(TextSource.Kind kind, List<String> fragments) {}

  private static List<Part> names(String text, List<String> words) {
    String digits = digitsIn(text);
    Part customers = new Part(TextSource.Kind.CUSTOMERS, words);
    Part contacts = new Part(TextSource.Kind.CONTACTS, words);
    return digits == null
        ? List.of(customers, contacts)
        : List.of(customers, contacts, new Part(TextSource.Kind.PHONES, List.of(digits)));
  }

  private static List<Part> others(List<String> words) {
    return List.of(new Part(TextSource.Kind.WORDS, words));
  }

  /** Names and numbers first; what else is written counts where these are too few. */
  private List<Find> best(String text, List<String> words, int limit, Progress progress) {
    List<Find> best = new ArrayList<>(best(names(text, words), limit, progress));
    if (best.size() < limit) {
      Set<Long> shown = new HashSet<>();
      best.stream()
          .filter(f -> f.kind() == TextSource.Kind.CUSTOMERS.place())
          .forEach(f -> shown.add(f.id()));
      best(others(words), limit, progress).stream()
          .filter(find -> shown.add(find.owner()))
          .limit(limit - best.size())
          .forEach(best::add);
    }
    return best;
  }

  private List<Find> best(List<Part> parts, int limit, Progress progress) {
    if (index.loaded()) {
      try {
        List<Find> best = finder(parts, limit, progress).best();
        if (index.loaded()) {
          return best;
        }
      } catch (IndexOutOfBoundsException | BufferUnderflowException | InternalError e) {
        index.doubt(e);
      }
    }
    SearchedTexts texts = texts(parts, MOST, progress);
    if (texts == null) {
      return best(parts, limit, progress);
    }
    TopFinds best = new TopFinds(limit);
    for (Part part : parts) {
      int kind = part.kind.place();
      texts
          .of(part.kind)
          .scan(
              part.fragments,
              (id, owner, score, line) -> best.offer(new Find(kind, id, owner, score, line)));
    }
    return best.inOrder();
  }

  private Finder finder(List<Part> parts, int limit, Progress progress) {
    Finder finder = new Finder(limit, progress);
    parts.forEach(part -> finder.in(part.kind.place(), index.of(part.kind), part.fragments));
    return finder;
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
      owners(names(text, words), owners, progress);
      owners(others(words), owners, progress);
    }
    return owners.inOrder();
  }

  /** As {@link #customerIds} by the customers' own names alone. */
  public long[] namedIds(String text, Progress progress) {
    List<String> words = words(text);
    OwnerSet owners = new OwnerSet();
    if (!words.isEmpty()) {
      owners(List.of(new Part(TextSource.Kind.CUSTOMERS, words)), owners, progress);
    }
    return owners.inOrder();
  }

  /**
   * Ids of all rows of a kind that have the words, or the number the text is; as {@link
   * #customerIds}, and of people their own.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public OwnerSet ids(TextSource.Kind kind, String text, Progress progress) {
    List<String> words = words(text);
    OwnerSet ids = new OwnerSet();
    if (!words.isEmpty()) {
      visit(List.of(new Part(kind, words)), progress, (id, owner) -> ids.add(id));
      String digits = digitsIn(text);
      String number = digits == null ? "" : ZEROS.matcher(digits).replaceFirst("");
      if (number.length() >= SHORTEST_NUMBER) {
        visit(List.of(new Part(kind, List.of(number))), progress, (id, owner) -> ids.add(id));
      }
    }
    return ids;
  }

  /** Is shown names. */
  @FunctionalInterface
  public interface NameVisitor {
    /** Takes the name of a customer in small letters. */
    void name(long customerId, String folded);
  }

  /**
   * Shows the names of all customers, in no particular order.
   *
   * @return false if there are none to show: not yet {@link #loaded}
   */
  public boolean eachName(NameVisitor visitor) {
    if (!index.loaded()) {
      return false;
    }
    index
        .of(TextSource.Kind.CUSTOMERS)
        .each(
            (id, bytes, length) -> {
              int end = 0;
              while (end < length && bytes[end] != '\n') {
                end++;
              }
              visitor.name(id, new String(bytes, 0, end, StandardCharsets.UTF_8));
            });
    return index.loaded();
  }

  private void owners(List<Part> parts, OwnerSet owners, Progress progress) {
    visit(parts, progress, (id, owner) -> owners.add(owner));
  }

  private void visit(List<Part> parts, Progress progress, Finder.Visitor visitor) {
    if (index.loaded()) {
      try {
        finder(parts, 1, progress).all(visitor);
        if (index.loaded()) {
          return;
        }
      } catch (IndexOutOfBoundsException | BufferUnderflowException | InternalError e) {
        index.doubt(e);
      }
    }
    SearchedTexts texts = texts(parts, MOST_IDS, progress);
    if (texts == null) {
      visit(parts, progress, visitor);
      return;
    }
    for (Part part : parts) {
      texts
          .of(part.kind)
          .scan(part.fragments, (id, owner, score, line) -> visitor.found(id, owner));
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
  private @Nullable SearchedTexts texts(List<Part> parts, int most, Progress progress) {
    synchronized (asking) {
      progress.check();
      BooleanSupplier enough =
          () -> {
            progress.check();
            return index.loaded();
          };
      SearchedTexts some = SearchedTexts.empty();
      parts.forEach(part -> stored.having(part.kind, part.fragments, most, enough, some));
      return index.loaded() ? null : some;
    }
  }
}
