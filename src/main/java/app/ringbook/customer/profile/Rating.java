package app.ringbook.customer.profile;

import app.ringbook.settings.RatingSettings;
import java.util.List;
import java.util.Locale;

/** One of the three ratings of a customer, or its progress: the 3+1. */
public enum Rating {
  /** Whether the customer is worth the effort. */
  QUALIFICATION,
  /** How big the business may be. */
  SIZE,
  /** How soon. */
  TIMING,
  /** How far it has come. */
  PROGRESS;

  /** Key of the field in catalogues and in the timeline. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its name. */
  public String key() {
    return "customer.rating." + name().toLowerCase(Locale.ROOT);
  }

  /** The words to choose from. */
  public List<RatingSettings.Word> words(RatingSettings settings) {
    return switch (this) {
      case QUALIFICATION -> settings.qualification();
      case SIZE -> settings.size();
      case TIMING -> settings.timing();
      case PROGRESS -> settings.progress();
    };
  }

  /** The settings with other words to choose from. */
  public RatingSettings withWords(RatingSettings settings, List<RatingSettings.Word> words) {
    return switch (this) {
      case QUALIFICATION -> settings.withQualification(words);
      case SIZE -> settings.withSize(words);
      case TIMING -> settings.withTiming(words);
      case PROGRESS -> settings.withProgress(words);
    };
  }
}
