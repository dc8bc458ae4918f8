package app.ringbook.app.adapter;

import app.ringbook.call.PhoneKits;
import app.ringbook.customer.view.Dialler;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;

/** Dials by the first kit that can. */
public final class KitDialler implements Dialler {
  private static final int LINE = 1;
  private final PhoneKits kits;

  /** Over these. */
  public KitDialler(PhoneKits kits) {
    this.kits = kits;
  }

  @Override
  public boolean canDial() {
    return kits.dialling().isPresent();
  }

  @Override
  public boolean liftAfterDialling() {
    return kits.dialling()
        .flatMap(link -> Drivers.byName(link.kit().driver()))
        .map(PhoneDriver::liftAfterDialling)
        .orElse(false);
  }

  @Override
  public void dial(PhoneNumber number) {
    String e164 = number.e164();
    // A kit dials digits as a person would: the number as it was written, without its blanks.
    String written = number.raw().replaceAll("[^0-9*#+]", "");
    String digits = written.startsWith("+") || written.isEmpty() ? abroad(e164, written) : written;
    kits.dialling().ifPresent(link -> link.dial(LINE, digits));
  }

  private static String abroad(@org.jspecify.annotations.Nullable String e164, String written) {
    return "00" + (e164 == null ? written : e164).replace("+", "");
  }
}
