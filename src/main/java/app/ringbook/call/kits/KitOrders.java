package app.ringbook.call.kits;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.KitSettings;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.link.PhoneLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user decided about each kit, kept in the settings: the country it is set to, its own
 * switches before this program changed them, and from when on its log is taken. Safe for any
 * thread.
 */
public final class KitOrders {
  /** So much of a log is taken in when it is seen for the first time. */
  public static final Duration FIRST_LOG = Duration.ofDays(7);

  private final Settings settings;
  private final Function<String, Optional<PhoneDriver>> drivers;
  private final AppClock clock;

  /**
   * @param drivers driver by name
   */
  public KitOrders(
      Settings settings, Function<String, Optional<PhoneDriver>> drivers, AppClock clock) {
    this.settings = settings;
    this.drivers = drivers;
    this.clock = clock;
  }

  /** What is to be told to a kit before its port is opened. */
  public KitChoices choices(PhoneSettings.Kit kit) {
    KitSettings.Kept kept = settings.kits().of(kit);
    return new KitChoices(kept.country(), kept.switchesBefore(), logSince(kit, kept));
  }

  /** The beginning is decided once: what was left out then is left out until a person asks. */
  private Instant logSince(PhoneSettings.Kit kit, KitSettings.Kept kept) {
    if (!drivers.apply(kit.driver()).map(PhoneDriver::keepsLog).orElse(false)) {
      return Instant.MIN;
    }
    Instant known = kept.logSince();
    if (known != null) {
      return known;
    }
    Instant since = clock.now().minus(FIRST_LOG);
    settings.changeKits(all -> all.with(kit, one -> one.withLogSince(since)));
    return since;
  }

  /** The region a kit is set to, empty if it is left alone. */
  public String country(PhoneSettings.Kit kit) {
    return settings.kits().of(kit).country();
  }

  /** Sets a kit to a region from its next start on; empty for no longer. */
  public void country(PhoneSettings.Kit kit, String region) {
    settings.changeKits(all -> all.with(kit, one -> one.withCountry(region)));
  }

  /** All of a kit's log is wanted, however old. */
  public void takeAll(PhoneSettings.Kit kit) {
    settings.changeKits(all -> all.with(kit, one -> one.withLogSince(Instant.EPOCH)));
  }

  /** How a kit's own switches stood before they were changed. */
  public void switchesWere(PhoneSettings.Kit kit, String before) {
    settings.changeKits(all -> all.with(kit, one -> one.withSwitchesBefore(before)));
  }

  /** The policy with what was decided about each kit. */
  public PhoneLink.Policy over(PhoneLink.Policy policy) {
    return new PhoneLink.Policy() {
      @Override
      public boolean record(Call call) {
        return policy.record(call);
      }

      @Override
      public int ringTimeoutMillis() {
        return policy.ringTimeoutMillis();
      }

      @Override
      public List<Call> unended(String kitName) {
        return policy.unended(kitName);
      }

      @Override
      public boolean beep() {
        return policy.beep();
      }

      @Override
      public KitChoices choices(PhoneSettings.Kit kit) {
        return KitOrders.this.choices(kit);
      }
    };
  }
}
