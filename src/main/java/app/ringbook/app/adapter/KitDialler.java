package app.ringbook.app.adapter;

import app.ringbook.call.kits.PhoneKits;
import app.ringbook.customer.view.Dialler;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import java.util.function.BiPredicate;

/** Dials by the first kit that can. */
public final class KitDialler implements Dialler {
  private static final int LINE = 1;
  private final PhoneKits kits;
  private final PhoneNumbers numbers;
  private final Runnable liftNow;
  private final BiPredicate<String, Integer> lineInUse;

  /**
   * Over these.
   *
   * @param liftNow run before a kit dials that needs a person to lift the handset
   * @param lineInUse whether a call is going on, by the kit's name and its line
   */
  public KitDialler(
      PhoneKits kits,
      PhoneNumbers numbers,
      Runnable liftNow,
      BiPredicate<String, Integer> lineInUse) {
    this.lineInUse = lineInUse;
    this.liftNow = liftNow;
    this.kits = kits;
    this.numbers = numbers;
  }

  @Override
  public boolean canDial() {
    return kits.dialling().isPresent();
  }

  @Override
  public boolean inUse() {
    return kits.dialling().filter(link -> lineInUse.test(link.status().kit(), LINE)).isPresent();
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
    String digits = digits(number, numbers.shown(number));
    if (liftAfterDialling()) {
      liftNow.run();
    }
    kits.dialling().ifPresent(link -> link.dial(LINE, digits));
  }

  /**
   * What a person would dial: the number as it was written, without its blanks; one that was kept
   * with its country as it is read here, which is without the country at home.
   *
   * @param shown the number as a person here reads it
   */
  static String digits(PhoneNumber number, String shown) {
    String written = number.raw().replaceAll("[^0-9*#+]", "");
    boolean whole = written.startsWith("+") || written.isEmpty();
    String here = whole ? shown.replaceAll("[^0-9*#+]", "") : written;
    return here.startsWith("+") ? "00" + here.substring(1) : here;
  }
}
