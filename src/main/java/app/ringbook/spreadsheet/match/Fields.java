package app.ringbook.spreadsheet.match;

import app.ringbook.platform.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The catalogue of what can be imported about one kind of record. */
public final class Fields {
  private static final Pattern LAST_NUMBER = Pattern.compile("\\s*\\p{N}+$");
  private final List<Field> all;
  private final Map<String, Field> byKey = new HashMap<>();
  private final Map<String, Field> byName = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  /** A field and how sure the header is about it, 0 to 1. */
  record Guess(Field field, double sure) {}

  /**
   * @param all the fields in the order people choose from; where two share a header, the first has
   *     it
   */
  public Fields(List<Field> all) {
    this.all = List.copyOf(all);
    for (Field field : all) {
      byKey.putIfAbsent(field.key(), field);
      for (String name : field.names()) {
        byName.putIfAbsent(joined(HeaderWords.words(name)), field);
      }
      byName.putIfAbsent(joined(HeaderWords.words(field.key())), field);
      String title = field.title();
      if (title != null) {
        byName.put(joined(HeaderWords.words(title)), field);
      }
    }
    // What an export wrote above its columns, in whatever language.
    for (Field field : all) {
      for (Texts texts : List.of(Texts.ENGLISH, Texts.CHINESE)) {
        byName.putIfAbsent(joined(HeaderWords.words(field.label(texts))), field);
      }
    }
  }

  /**
   * The same catalogue, knowing headings that mean something no import fills, such as what is
   * computed: their columns are left out, whatever they look like.
   */
  public Fields besides(Collection<String> headings) {
    Fields more = new Fields(all);
    headings.stream()
        .map(heading -> joined(HeaderWords.words(heading)))
        .filter(words -> !byName.containsKey(words))
        .forEach(more.silent::add);
    return more;
  }

  /** True for a heading that fills nothing. */
  boolean silent(String heading) {
    return silent.contains(joined(HeaderWords.words(heading)));
  }

  /** Words separated by commas or line ends. */
  public static List<String> names(String words) {
    return Stream.of(words.split("[,\n]")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /** Every field, in the order people choose from. */
  public List<Field> all() {
    return all;
  }

  /** The field with this key. */
  public Optional<Field> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** True if the catalogue has a field. */
  public boolean has(Field field) {
    return byKey.containsKey(field.key());
  }

  /** The field a header means, by its whole text, else by how it ends. */
  Optional<Guess> guess(String header) {
    String words = HeaderWords.words(header);
    if (words.isEmpty() || words.length() > 60 || silent(header)) {
      return Optional.empty();
    }
    Field whole = byName.get(joined(words));
    if (whole != null) {
      return Optional.of(new Guess(whole, 1));
    }
    String bare = LAST_NUMBER.matcher(words).replaceAll("");
    Field numbered = byName.get(joined(bare));
    if (numbered != null) {
      return Optional.of(new Guess(numbered, 0.9));
    }
    return byEnd(bare);
  }

  /** In both languages the last word says what a thing is: 联系人电话 is a phone. */
  private Optional<Guess> byEnd(String words) {
    for (int from = 1; from < words.length(); from++) {
      String end = words.substring(from);
      boolean latin = end.charAt(0) < 0x2E80;
      boolean starts = words.charAt(from - 1) == ' ' || words.charAt(from - 1) >= 0x2E80;
      if (!starts || end.charAt(0) == ' ' || end.length() < (latin ? 4 : 2)) {
        continue;
      }
      Field field = byName.get(joined(end));
      if (field != null && !field.equals(CustomerFields.NAME)) {
        return Optional.of(new Guess(field, 0.6));
      }
    }
    return Optional.empty();
  }

  private static String joined(String words) {
    return words.replace(" ", "");
  }
}
