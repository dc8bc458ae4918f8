package app.ringbook.call.view;

import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The switches that kits keep in themselves, seen and set from the settings. */
public final class KitSwitches {
  private final Function<String, Optional<PhoneDriver.Switches>> read;
  private final BiConsumer<String, String> set;

  /**
   * @param read switches of the kit of this name, see {@code LinkStatus.kit}
   * @param set sets them as the second says
   */
  public KitSwitches(
      Function<String, Optional<PhoneDriver.Switches>> read, BiConsumer<String, String> set) {
    this.read = read;
    this.set = set;
  }

  /** The switches of a device; empty while they are not known or if it has none. */
  public Optional<PhoneDriver.Switches> of(PhoneKitModel.Device device) {
    LinkStatus status = device.status();
    return status == null ? Optional.empty() : read.apply(status.kit());
  }

  /** Sets the switches of a device; a person must have agreed. */
  public void set(PhoneKitModel.Device device, String wanted) {
    LinkStatus status = device.status();
    if (status != null) {
      set.accept(status.kit(), wanted);
    }
  }
}
