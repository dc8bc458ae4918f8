package app.ringbook.customer.profile;

import app.ringbook.customer.fields.Field;
import app.ringbook.platform.Texts;
import app.ringbook.settings.RatingSettings;
import app.ringbook.settings.Settings;
import java.util.List;
import java.util.Locale;

/** The words by which customers are rated, as the settings have them now. */
public final class Ratings {
  private final Settings settings;

  /** Over these settings. */
  public Ratings(Settings settings) {
    this.settings = settings;
  }

  /** The words of a rating, in order. */
  public List<Field.Option> options(Rating rating) {
    return rating.words(settings.ratings()).stream().map(w -> option(rating, w)).toList();
  }

  /** What is shown for a stored word; one that is no longer offered shows itself. */
  public String shown(Rating rating, String key, Texts texts) {
    return options(rating).stream()
        .filter(o -> o.value().equals(key))
        .findFirst()
        .orElseGet(() -> option(rating, new RatingSettings.Word(key, "")))
        .shown(texts);
  }

  private static Field.Option option(Rating rating, RatingSettings.Word word) {
    boolean ours =
        rating.words(RatingSettings.DEFAULT).stream().anyMatch(w -> w.key().equals(word.key()));
    return ours && word.label().isBlank()
        ? new Field.Option(
            word.key(), rating.key() + "." + word.key().toLowerCase(Locale.ROOT), word.key())
        : new Field.Option(word.key(), null, word.label().isBlank() ? word.key() : word.label());
  }
}
