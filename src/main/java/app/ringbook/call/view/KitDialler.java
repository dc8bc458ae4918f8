package app.ringbook.call.view;

import app.ringbook.call.PhoneKits;
import app.ringbook.customer.view.Dialler;
import app.ringbook.platform.PhoneNumber;

/** Dials by the first kit that can. */
public final class KitDialler implements Dialler {
  private static final int LINE = 1;
  private final PhoneKits kits;

  /** Dials by these kits. */
  public KitDialler(PhoneKits kits) {
    this.kits = kits;
  }

  @Override
  public boolean canDial() {
    return kits.dialling().isPresent();
  }

  @Override
  public void dial(PhoneNumber number) {
    String raw = number.raw();
    String digits = raw.replaceAll("[^0-9+*#]", "");
    kits.dialling().ifPresent(link -> link.dial(LINE, digits));
  }
}
