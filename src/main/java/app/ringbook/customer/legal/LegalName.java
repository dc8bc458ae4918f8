package app.ringbook.customer.legal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which two spellings of a registered name are equal: width of characters, case,
 * accents, spaces and punctuation do not count, nor does the legal form at the end. Words that make
 * another company of it, such as group or branch, stay.
 */
public final class LegalName {
  private static final Pattern ACCENTS = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern DOTTED = Pattern.compile("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)");
  private static final List<String> CHINESE = List.of("股份有限公司", "有限责任公司", "股份公司", "有限公司", "公司");
  private static final List<List<String>> WESTERN =
      List.of(
          List.of("gmbh", "co", "kg"),
          List.of("gmbh", "und", "co", "kg"),
          List.of("co", "ltd"),
          List.of("company", "limited"),
          List.of("sdn", "bhd"),
          List.of("pty", "ltd"),
          List.of("pte", "ltd"),
          List.of("sp", "z", "o", "o"),
          List.of("sa", "de", "cv"),
          List.of("limited"),
          List.of("ltd"),
          List.of("incorporated"),
          List.of("inc"),
          List.of("corporation"),
          List.of("corp"),
          List.of("company"),
          List.of("co"),
          List.of("llc"),
          List.of("llp"),
          List.of("plc"),
          List.of("gmbh"),
          List.of("mbh"),
          List.of("ag"),
          List.of("kg"),
          List.of("ohg"),
          List.of("sa"),
          List.of("sarl"),
          List.of("sas"),
          List.of("srl"),
          List.of("spa"),
          List.of("bv"),
          List.of("nv"),
          List.of("ab"),
          List.of("oy"),
          List.of("as"),
          List.of("aps"),
          List.of("kk"));

  private LegalName() {}

  /** The form to compare; empty if nothing of a name is there. */
  public static String key(String name) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    String dotless = DOTTED.matcher(plain).replaceAll("");
    String spaced = BETWEEN.matcher(dotless).replaceAll(" ").strip();
    String joined = withoutWestern(spaced).replace(" ", "");
    for (String form : CHINESE) {
      if (joined.endsWith(form) && joined.length() > form.length()) {
        return joined.substring(0, joined.length() - form.length());
      }
    }
    return joined;
  }

  private static String withoutWestern(String spaced) {
    List<String> words = List.of(spaced.split(" "));
    for (List<String> form : WESTERN) {
      int rest = words.size() - form.size();
      if (rest > 0 && words.subList(rest, words.size()).equals(form)) {
        return withoutWestern(String.join(" ", words.subList(0, rest)));
      }
    }
    return spaced;
  }
}
