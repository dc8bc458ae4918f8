package app.ringbook.call.care;

import app.ringbook.settings.Settings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.link.PhoneLink;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the settings ask of every kit.
 *
 * @param rules which calls are recorded without a person's word
 * @param settings read at each question
 * @param unended calls that may still go on, by the name of their kit
 */
public record KitPolicy(
    RecordingRules rules, Settings settings, Function<String, List<Call>> unended)
    implements PhoneLink.Policy {
  @Override
  public List<Call> unended(String kitName) {
    return unended.apply(kitName);
  }

  @Override
  public boolean record(Call call) {
    return rules.byItself(Objects.requireNonNullElse(call.number(), ""));
  }

  @Override
  public boolean beep() {
    return settings.recording().beep();
  }

  @Override
  public int ringTimeoutMillis() {
    return settings.phone().ringTimeoutMillis();
  }
}
