package app.ringbook.customer.names;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.spi.IPinyinSegment;
import com.github.houbb.pinyin.support.segment.PinyinSegments;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pinyin of Chinese signs, by the phrases they stand in. A phrase once read is remembered:
 * names are made of the same few thousand signs and words. Safe for any thread.
 */
final class Readings {
  private static final int MOST_KEPT = 20_000;
  private static final IPinyinSegment PHRASES = PinyinSegments.defaults();
  private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

  private Readings() {}

  /** Syllables in small letters, ü as v; one a sign, or another number if a sign is unknown. */
  static List<String> of(String signs) {
    List<String> all = new ArrayList<>(signs.length());
    for (String phrase : PHRASES.segment(signs)) {
      all.addAll(phrase(phrase));
    }
    return all;
  }

  private static List<String> phrase(String signs) {
    List<String> known = KNOWN.get(signs);
    if (known == null) {
      known = whole(signs);
      if (KNOWN.size() < MOST_KEPT) {
        KNOWN.put(signs, known);
      }
    }
    return known;
  }

  /** What {@link #of} says, read anew. */
  static List<String> whole(String signs) {
    return syllables(PinyinHelper.toPinyin(signs, PinyinStyleEnum.NORMAL));
  }

  /** The syllables of a text of pinyin, without their tones. */
  static List<String> syllables(String pinyin) {
    if (NameKeys.plain(pinyin)) { // as most are, and the surname of every person asks
      return List.of(pinyin.split(" "));
    }
    String plain = pinyin.replace('ü', 'v').replaceAll("[ǖǘǚǜ]", "v");
    return Pattern.compile(" ")
        .splitAsStream(Normalizer.normalize(plain, Normalizer.Form.NFD))
        .map(s -> s.replaceAll("\\p{M}", ""))
        .toList();
  }
}
