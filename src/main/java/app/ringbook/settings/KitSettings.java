package app.ringbook.settings;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each kit the user ever chose, also while it is not in use.
 *
 * @param kits by {@link PhoneSettings.Kit#key}
 */
public record KitSettings(Map<String, Kept> kits) {
  /** What a new installation starts with. */
  public static final KitSettings DEFAULT = new KitSettings(Map.of());

  /**
   * What is kept of one kit.
   *
   * @param country ISO 3166 region the kit is set to at each start; empty to leave it alone
   * @param switchesBefore the kit's own switches as they stood before this program changed them;
   *     empty if it never did
   * @param logSince older calls of a log that never forgets are left out; null while no log was
   *     seen
   */
  public record Kept(String country, String switchesBefore, @Nullable Instant logSince) {
    static final Kept NOTHING = new Kept("", "", null);

    /** Puts right what a hand-edited file may lack. */
    public Kept(
        @Nullable String country, @Nullable String switchesBefore, @Nullable Instant logSince) {
      this.country = country == null ? "" : country;
      this.switchesBefore = switchesBefore == null ? "" : switchesBefore;
      this.logSince = logSince;
    }

    /** The same set to another country. */
    public Kept withCountry(String region) {
      return new Kept(region, switchesBefore, logSince);
    }

    /** The same with switches to be put back some day. */
    public Kept withSwitchesBefore(String switches) {
      return new Kept(country, switches, logSince);
    }

    /** The same with another beginning of its log. */
    public Kept withLogSince(Instant since) {
      return new Kept(country, switchesBefore, since);
    }
  }

  /** Copies the map. */
  public KitSettings(@Nullable Map<String, Kept> kits) {
    this.kits = kits == null ? Map.of() : Map.copyOf(kits);
  }

  /** What is kept of a kit. */
  public Kept of(PhoneSettings.Kit kit) {
    return kits.getOrDefault(kit.key(), Kept.NOTHING);
  }

  /** The same with what the function makes of one kit. */
  public KitSettings with(PhoneSettings.Kit kit, UnaryOperator<Kept> change) {
    Map<String, Kept> changed = new HashMap<>(kits);
    changed.put(kit.key(), change.apply(of(kit)));
    return new KitSettings(changed);
  }
}
