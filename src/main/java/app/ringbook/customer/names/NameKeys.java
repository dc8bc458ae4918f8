package app.ringbook.customer.names;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is derived from a name: the key it is sorted by, the text it is found by, and the form in
 * which two spellings of a company are equal. Chinese names are read by phrase (重庆, 银行) and by
 * their surname (单, 曾); where it is open which applies, both readings are kept.
 */
public final class NameKeys {
  private static final int LONGEST_KEY = 480;
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "co",
          "ltd",
          "limited",
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "company",
          "llc",
          "llp",
          "plc",
          "gmbh",
          "ag",
          "kg",
          "sa",
          "sarl",
          "sas",
          "srl",
          "spa",
          "bv",
          "nv",
          "ab",
          "oy",
          "as",
          "aps",
          "pty",
          "pte",
          "kk",
          "group",
          "holding",
          "holdings");
  private static final List<String> CHINESE_FORMS =
      List.of("股份有限公司", "有限责任公司", "有限公司", "集团公司", "总公司", "分公司", "公司", "集团");
  private static final RuleBasedCollator ORDER = order();

  /** Signs with which names begin, and whether they can be read in several ways. */
  private static final Map<Character, Boolean> SEVERAL = new ConcurrentHashMap<>();

  /** One syllable or word: its Latin reading, and the sign it reads or an empty text. */
  private record Sound(String latin, String sign) {}

  /** Loaded when the first name needs it: that takes a second. */
  private static final class Surnames {
    private static final Transliterator READER = Transliterator.getInstance("Han-Latin/Names");

    private static final int MOST_KEPT = 20_000;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    /** Reading one takes 100 times as long as remembering it, and surnames repeat. */
    private static String reading(String signs) {
      String known = KNOWN.get(signs);
      if (known != null) {
        return known;
      }
      synchronized (READER) {
        known = READER.transliterate(signs);
      }
      if (KNOWN.size() < MOST_KEPT) {
        KNOWN.put(signs, known);
      }
      return known;
    }
  }

  /** Loaded when the first name with foreign letters needs it. */
  private static final class Letters {
    private static final Transliterator READER =
        Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private static String reading(String text) {
      synchronized (READER) {
        return READER.transliterate(text);
      }
    }
  }

  private NameKeys() {}

  /**
   * Lower-case hex text that sorts names as a phone book does: by letter, Chinese names by their
   * pinyin among the others, numbers by value. Upper case, accents and punctuation do not count.
   */
  public static String nameKey(String name) {
    return ended(prefix(sounds(fold(name), false)));
  }

  /**
   * Both keys of a customer's name.
   *
   * @param sort see {@link NameKeys#nameKey}
   * @param search see {@link NameKeys#searchKey}
   */
  public record Keys(String sort, String search) {}

  /** Both keys of a customer's name: cheaper than one after the other. */
  public static Keys keys(String name) {
    String folded = fold(name);
    List<Sound> sounds = sounds(folded, false);
    return new Keys(ended(prefix(sounds)), searchKey(folded, sounds, false));
  }

  private static String ended(String prefix) {
    String key = prefix + "00";
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
  }

  /** The beginning of the keys of all names that begin with the words of this one. */
  public static String prefix(String name) {
    return prefix(sounds(fold(name), false));
  }

  private static String prefix(List<Sound> sounds) {
    StringBuilder text = new StringBuilder();
    for (Sound sound : sounds) {
      text.append(text.isEmpty() ? "" : " ").append(sound.latin()).append(sound.sign());
    }
    byte[] key = ORDER.getCollationKey(text.toString()).toByteArray();
    String hex = HexFormat.of().formatHex(key, 0, key.length - 1);
    return hex.length() <= LONGEST_KEY ? hex : hex.substring(0, LONGEST_KEY);
  }

  /**
   * The lines a name is found by: the name in small letters, its reading, its initials, and once
   * more reading and initials if it can be read in two ways.
   *
   * @param person true for a person's name, whose first sign is a surname
   */
  public static String searchKey(String name, boolean person) {
    String folded = fold(name);
    return searchKey(folded, sounds(folded, person), person);
  }

  private static String searchKey(String folded, List<Sound> first, boolean person) {
    StringBuilder key = new StringBuilder(folded).append('\n').append(reading(first, folded));
    key.append('\n').append(initials(first));
    if (folded.length() <= 4) {
      List<Sound> second = sounds(folded, !person);
      if (!second.equals(first)) {
        key.append('\n').append(reading(second, folded)).append('\n').append(initials(second));
      }
    }
    return key.toString();
  }

  /** Equal for two spellings of one company: without case, accents, signs and legal form. */
  public static String twinKey(String name) {
    return String.join("", stemWords(name));
  }

  /** The name without its legal form at the end, for {@link #prefix}. */
  public static String stem(String name) {
    return String.join(" ", stemWords(name));
  }

  private static List<String> stemWords(String name) {
    String text = fold(name);
    if (hasHan(text)) {
      text = withoutChineseForm(String.join(" ", words(text)));
    }
    List<String> words = new ArrayList<>(words(latin(text.replace(".", ""))));
    while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
      words.removeLast();
    }
    return words;
  }

  private static String withoutChineseForm(String text) {
    for (String form : CHINESE_FORMS) {
      if (text.endsWith(form) && text.length() > form.length()) {
        return withoutChineseForm(text.substring(0, text.length() - form.length()).strip());
      }
    }
    return text;
  }

  /** Small letters, full-width and joined forms made plain, what cannot be seen left out. */
  public static String fold(String text) {
    if (plain(text)) {
      return text.toLowerCase(Locale.ROOT).strip();
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder seen = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        .forEach(seen::appendCodePoint);
    return seen.toString().strip();
  }

  private static List<Sound> sounds(String folded, boolean surnameFirst) {
    List<Sound> sounds = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = at;
      boolean han = isHan(folded.charAt(at));
      while (end < folded.length() && isHan(folded.charAt(end)) == han) {
        end++;
      }
      String run = folded.substring(at, end);
      if (han) {
        addHan(sounds, run, surnameFirst && at == 0);
      } else {
        words(latin(run)).forEach(word -> sounds.add(new Sound(word, "")));
      }
      at = end;
    }
    return sounds;
  }

  private static void addHan(List<Sound> sounds, String run, boolean surnameFirst) {
    List<String> readings = Readings.of(run);
    boolean bySign = readings.size() != run.length();
    for (int i = 0; i < run.length(); i++) {
      sounds.add(new Sound(bySign ? "" : readings.get(i), run.substring(i, i + 1)));
    }
    if (surnameFirst && !bySign && severalReadings(run.charAt(0))) {
      String surname = run.substring(0, Math.min(2, run.length()));
      List<String> named = Readings.syllables(Surnames.reading(surname));
      for (int i = 0; i < named.size() && named.size() == surname.length(); i++) {
        // The second sign is only a surname's part if the first one is read with it.
        if (i == 0 || named.size() == run.length()) {
          sounds.set(
              sounds.size() - run.length() + i, new Sound(named.get(i), run.substring(i, i + 1)));
        }
      }
    }
  }

  private static boolean severalReadings(char sign) {
    return SEVERAL.computeIfAbsent(
        sign,
        s -> PinyinHelper.toPinyinList(s, PinyinStyleEnum.NORMAL).stream().distinct().count() > 1);
  }

  private static String reading(List<Sound> sounds, String folded) {
    boolean han = sounds.stream().anyMatch(s -> !s.sign().isEmpty());
    String reading = String.join(han ? "" : " ", sounds.stream().map(Sound::latin).toList());
    return reading.equals(folded) ? "" : reading;
  }

  private static String initials(List<Sound> sounds) {
    boolean han = sounds.stream().anyMatch(s -> !s.sign().isEmpty());
    if (sounds.size() < 2) {
      return "";
    }
    StringBuilder initials = new StringBuilder();
    for (Sound sound : sounds) {
      boolean whole = han && sound.sign().isEmpty();
      initials.append(
          whole || sound.latin().isEmpty() ? sound.latin() : sound.latin().substring(0, 1));
    }
    return initials.toString();
  }

  private static String latin(String folded) {
    return plain(folded) || hasHan(folded) ? folded : Letters.reading(folded);
  }

  /** Runs of letters and digits. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = -1;
    int at = 0;
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      if (inWord(sign)) {
        from = from < 0 ? at : from;
      } else if (from >= 0) {
        words.add(text.substring(from, at));
        from = -1;
      }
      at += Character.charCount(sign);
    }
    if (from >= 0) {
      words.add(text.substring(from));
    }
    return words;
  }

  /** Letters and numbers of any script. */
  private static boolean inWord(int sign) {
    return switch (Character.getType(sign)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(sign);
    };
  }

  /** True if there is nothing but the signs of an English keyboard. */
  static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasHan(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHan(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHan(int c) {
    return c >= 0x2E80 && UCharacter.hasBinaryProperty(c, com.ibm.icu.lang.UProperty.IDEOGRAPHIC);
  }

  private static RuleBasedCollator order() {
    RuleBasedCollator collator =
        (RuleBasedCollator) Collator.getInstance(new ULocale("zh-u-co-pinyin-kn-true"));
    collator.setStrength(Collator.PRIMARY);
    collator.setReorderCodes();
    return (RuleBasedCollator) collator.freeze();
  }
}
