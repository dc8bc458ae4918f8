package app.ringbook.customer.view;

import app.ringbook.platform.PhoneNumber;

/** Calls a number for the customer screens. Called on the window's thread; never blocks. */
public interface Dialler {

  /**
   * True if the phone kit can dial by itself. Otherwise the screens copy the number and tell the
   * user to pick up and dial.
   */
  boolean canDial();

  /** True while the line that would be dialled is in use. */
  default boolean inUse() {
    return false;
  }

  /** Dials the number and shows the call; only called if {@link #canDial}. */
  void dial(PhoneNumber number);

  /** True if a person has to lift the handset once the kit dialled. */
  default boolean liftAfterDialling() {
    return false;
  }

  /** For a kit that cannot dial. */
  static Dialler none() {
    return new Dialler() {
      @Override
      public boolean canDial() {
        return false;
      }

      @Override
      public void dial(PhoneNumber number) {
        throw new IllegalStateException("This kit cannot dial");
      }
    };
  }
}
