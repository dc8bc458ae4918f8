package app.ringbook.call.care;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.settings.RecordingSettings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The other end's answer while a call goes on, noted with how it was told. */
public final class CallerConsents {
  private final RecordingCares cares;
  private final RecordingErasing erasing;
  private final Supplier<RecordingSettings> settings;

  /**
   * @param settings the settings of recordings as they are now
   */
  public CallerConsents(
      RecordingCares cares, RecordingErasing erasing, Supplier<RecordingSettings> settings) {
    this.cares = cares;
    this.erasing = erasing;
    this.settings = settings;
  }

  /** True if the other end is to be asked. On any thread, at once. */
  public boolean asked() {
    return settings.get().notice() == RecordingSettings.Notice.SHOWN;
  }

  /** The other end agrees. Waits for the database. */
  public void given(String callKey) {
    cares.consent(callKey, Consent.GIVEN, notice());
  }

  /**
   * The other end refuses: noted, and what was recorded is erased. Waits for database and disk.
   *
   * @param recording path of what was recorded so far, as {@code CallDesk.refuse} returns it
   */
  public void refused(String callKey, @Nullable String recording) {
    erasing.refused(callKey, Consent.REFUSED, notice(), recording);
  }

  private String notice() {
    return settings.get().notice().name();
  }
}
