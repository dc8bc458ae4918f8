package app.ringbook.call.care;

import app.ringbook.call.CallCard;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.settings.Settings;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are recorded, as the settings say. Safe for any thread; all but what a customer said
 * before is answered at once.
 */
public final class RecordingRules implements CallCard.RecordingRule {
  private final Settings settings;
  private final PhoneNumbers numbers;
  private final LongPredicate refused;
  private final Predicate<String> refusedIn;

  /**
   * @param numbers reads the numbers of the list and of the calls alike
   * @param refused whether a customer, by id, said last time not to be recorded; may wait
   * @param refusedIn whether that was said in a call, by its key; may wait
   */
  public RecordingRules(
      Settings settings, PhoneNumbers numbers, LongPredicate refused, Predicate<String> refusedIn) {
    this.settings = settings;
    this.numbers = numbers;
    this.refused = refused;
    this.refusedIn = refusedIn;
  }

  @Override
  public PhoneSettings.RecordCalls choice() {
    return settings.phone().recordCalls();
  }

  @Override
  public boolean excluded(PhoneNumber number) {
    return !number.raw().isBlank()
        && settings.recording().neverNumbers().stream()
            .anyMatch(never -> same(numbers.parse(never), number));
  }

  @Override
  public boolean refusedBefore(long customerId) {
    return refused.test(customerId);
  }

  @Override
  public boolean refusedIn(String callKey) {
    return refusedIn.test(callKey);
  }

  @Override
  public @Nullable String notice() {
    RecordingSettings recording = settings.recording();
    return recording.notice() == RecordingSettings.Notice.SHOWN ? recording.script() : null;
  }

  /** True if the calls of a number as the line gave it are recorded without a person's word. */
  public boolean byItself(String raw) {
    return choice() == PhoneSettings.RecordCalls.ALL && !excluded(numbers.parse(raw));
  }

  private static boolean same(PhoneNumber one, PhoneNumber other) {
    String international = one.e164();
    boolean both = international != null && other.e164() != null;
    return both ? Objects.equals(international, other.e164()) : digits(one).equals(digits(other));
  }

  private static String digits(PhoneNumber number) {
    return number.raw().replaceAll("[^0-9*#]", "");
  }
}
