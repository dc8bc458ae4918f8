package app.ringbook.settings;

import java.util.List;

/**
 * The words by which customers are rated, each list in the order shown.
 *
 * @param qualification whether a customer is worth the effort
 * @param size how big the business may be
 * @param timing how soon
 * @param progress how far it has come
 * @param lapseDays days without any contact after which a customer who has signed counts as lost
 * @param careDays days between contacts with a key customer
 */
public record RatingSettings(
    List<Word> qualification,
    List<Word> size,
    List<Word> timing,
    List<Word> progress,
    int lapseDays,
    int careDays) {

  /** Key of the word for customers that are worth the effort. */
  public static final String VALUABLE = "VALUABLE";

  /** The most words in one list. */
  public static final int MOST_WORDS = 12;

  /**
   * One word.
   *
   * @param key what is stored with a customer; never changes
   * @param label what is shown; empty for the program's own word for the key
   */
  public record Word(String key, String label) {}

  /** Copies the lists. */
  public RatingSettings {
    qualification = few(qualification);
    size = few(size);
    timing = few(timing);
    progress = few(progress);
    lapseDays = Math.clamp(lapseDays, 7, 3650);
    careDays = Math.clamp(careDays, 1, 365);
  }

  /** The same with another list of words for whether a customer is worth the effort. */
  public RatingSettings withQualification(List<Word> changed) {
    return new RatingSettings(changed, size, timing, progress, lapseDays, careDays);
  }

  /** The same with another list of words for how big the business may be. */
  public RatingSettings withSize(List<Word> changed) {
    return new RatingSettings(qualification, changed, timing, progress, lapseDays, careDays);
  }

  /** The same with another list of words for how soon. */
  public RatingSettings withTiming(List<Word> changed) {
    return new RatingSettings(qualification, size, changed, progress, lapseDays, careDays);
  }

  /** The same with another list of words for how far it has come. */
  public RatingSettings withProgress(List<Word> changed) {
    return new RatingSettings(qualification, size, timing, changed, lapseDays, careDays);
  }

  /** The same with other numbers of days. */
  public RatingSettings withDays(int lapse, int care) {
    return new RatingSettings(qualification, size, timing, progress, lapse, care);
  }

  private static List<Word> few(List<Word> words) {
    return words.stream().filter(w -> !w.key().isBlank()).limit(MOST_WORDS).toList();
  }

  private static List<Word> own(String... keys) {
    return List.of(keys).stream().map(key -> new Word(key, "")).toList();
  }

  /** What a new installation starts with. */
  public static final RatingSettings DEFAULT =
      new RatingSettings(
          own(VALUABLE, "NOT_VALUABLE", "UNSURE"),
          own("BIG", "NORMAL", "SMALL"),
          own("THIS_MONTH", "THIS_WEEK", "TWO_DAYS"),
          own("NEED", "APPROVED", "COMPARING", "NEGOTIATING", "CONTRACT"),
          365,
          7);
}
