package app.ringbook.call.view;

import app.ringbook.settings.PhoneSettings;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a person decides about one kit: its country, and whether all of a long log is taken in. */
public final class KitDecisions {
  private final Function<PhoneSettings.Kit, List<String>> countries;
  private final Function<PhoneSettings.Kit, String> country;
  private final BiConsumer<PhoneSettings.Kit, String> setCountry;
  private final ToIntFunction<PhoneSettings.Kit> leftOut;
  private final Consumer<PhoneSettings.Kit> takeAll;

  /**
   * @param countries regions such a kit can be set to; empty if it needs none
   * @param country the region it is set to, empty if it is left alone
   * @param setCountry sets it, empty for no longer
   * @param leftOut calls of its log that were left out for their age
   * @param takeAll takes them in
   */
  public KitDecisions(
      Function<PhoneSettings.Kit, List<String>> countries,
      Function<PhoneSettings.Kit, String> country,
      BiConsumer<PhoneSettings.Kit, String> setCountry,
      ToIntFunction<PhoneSettings.Kit> leftOut,
      Consumer<PhoneSettings.Kit> takeAll) {
    this.countries = countries;
    this.country = country;
    this.setCountry = setCountry;
    this.leftOut = leftOut;
    this.takeAll = takeAll;
  }

  /** Tells how many calls were left out, and offers to take them in; empty if none were. */
  Optional<Node> log(PhoneSettings.Kit kit, Language language, Runnable changed) {
    int older = leftOut.applyAsInt(kit);
    if (older == 0) {
      return Optional.empty();
    }
    LinkButton take =
        new LinkButton(
            language.text("call.kit.log_older", older),
            () -> {
              takeAll.accept(kit);
              changed.run();
            });
    return Optional.of(take);
  }

  /** Where the telephone line is, for kits that are better told; nothing is told by default. */
  Optional<Node> country(PhoneSettings.Kit kit, Language language, Runnable changed) {
    List<String> all = countries.apply(kit);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    ComboBox<String> choice = new ComboBox<>();
    choice.setConverter(words(language));
    choice.getItems().add("");
    all.stream()
        .sorted(Comparator.comparing(region -> shown(region, language)))
        .forEach(choice.getItems()::add);
    choice.setValue(country.apply(kit));
    choice.setVisibleRowCount(12);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    choice.setAccessibleText(language.now("call.kit.country_own"));
    choice.setOnAction(
        e -> {
          setCountry.accept(kit, choice.getValue());
          changed.run();
        });
    return Optional.of(choice);
  }

  private static StringConverter<String> words(Language language) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String region) {
        return shown(region == null ? "" : region, language);
      }

      @Override
      public String fromString(String text) {
        return text;
      }
    };
  }

  private static String shown(String region, Language language) {
    if (region.isEmpty()) {
      return language.now("call.kit.country_own");
    }
    Locale words = language.texts().chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    return Locale.of("", region).getDisplayCountry(words);
  }
}
