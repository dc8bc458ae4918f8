package app.ringbook.settings;

import app.ringbook.platform.PhoneNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phone kit and how numbers are read.
 *
 * @param kits kits in use; the first one is shown on the line card
 * @param region ISO 3166 region by which numbers without country code are read
 * @param areaCode area code of the office with its trunk prefix, put before local numbers; may be
 *     empty
 * @param outsidePrefix digit dialled to get an outside line, cut from reported numbers; may be
 *     empty
 * @param ownNumbers the office's own numbers: never matched to a customer
 * @param ringTimeoutMillis silence after the last ring that means nobody answered
 * @param recordCalls whether calls are recorded
 * @param recordingFolder where recordings go; null for the data folder
 */
public record PhoneSettings(
    List<Kit> kits,
    String region,
    String areaCode,
    String outsidePrefix,
    List<String> ownNumbers,
    int ringTimeoutMillis,
    RecordCalls recordCalls,
    @Nullable String recordingFolder) {

  /**
   * A kit the user chose.
   *
   * @param driver name of the driver, see {@code Drivers.ALL}
   * @param port path or name of the port, {@code sim:} for the built-in simulator
   * @param identity VID:PID:serial:location that the port had when it was chosen; may be empty
   * @param soundDevice name of the sound device that hears the line of a kit without sound, or null
   */
  public record Kit(String driver, String port, String identity, @Nullable String soundDevice) {

    /** A kit that sends its sound itself, or none. */
    public Kit(String driver, String port, String identity) {
      this(driver, port, identity, null);
    }

    /** The same for the same device, whatever port it is on now. */
    public String key() {
      return driver + ":" + (identity.isBlank() ? port : identity);
    }

    /** The same with another sound device, or with none. */
    public Kit hearing(@Nullable String device) {
      return new Kit(driver, port, identity, device);
    }
  }

  /** Whether calls are recorded. */
  public enum RecordCalls {
    /** Every call, from the moment the handset is lifted. */
    ALL,
    /** Only when the user says so in the pop-up. */
    ASK,
    /** No call. */
    NEVER
  }

  /** How numbers are read here. */
  public PhoneNumbers.Rules numberRules() {
    return new PhoneNumbers.Rules(region, areaCode, outsidePrefix);
  }

  /** The same with other kits. */
  public PhoneSettings withKits(List<Kit> changed) {
    return new PhoneSettings(
        changed,
        region,
        areaCode,
        outsidePrefix,
        ownNumbers,
        ringTimeoutMillis,
        recordCalls,
        recordingFolder);
  }

  /** What a new installation starts with. */
  public static final PhoneSettings DEFAULT =
      new PhoneSettings(List.of(), "CN", "", "", List.of(), 8000, RecordCalls.ALL, null);
}
