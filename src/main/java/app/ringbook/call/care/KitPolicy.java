package app.ringbook.call.care;

import app.ringbook.settings.Settings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.link.PhoneLink;
import java.util.Objects;

/**
 * What the settings ask of every kit.
 *
 * @param rules which calls are recorded without a person's word
 * @param settings read at each question
 */
public record KitPolicy(RecordingRules rules, Settings settings) implements PhoneLink.Policy {
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
