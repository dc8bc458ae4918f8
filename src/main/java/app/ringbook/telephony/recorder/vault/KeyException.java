package app.ringbook.telephony.recorder.vault;

import java.io.IOException;
import java.nio.file.Path;

/** A sealed recording cannot be opened, or a new one not be sealed, for want of a key. */
public final class KeyException extends IOException {
  private static final long serialVersionUID = 1;
  private final Why why;

  /** What is wrong with the key. */
  public enum Why {
    /** The master key is not at hand: the recovery code or the passphrase opens it. */
    LOCKED,
    /** The recording's key is not there: it was erased, or is still where the file came from. */
    MISSING,
    /** The recording's key was wrapped by another master key, or is damaged. */
    WRONG
  }

  KeyException(Why why, Path file) {
    super(why + " key of " + file);
    this.why = why;
  }

  /** What is wrong with the key. */
  public Why why() {
    return why;
  }

  /** The sentence that says so and what to do; its argument is the file. */
  public String textKey() {
    return "telephony.vault.key."
        + switch (why) {
          case LOCKED -> "locked";
          case MISSING -> "missing";
          case WRONG -> "wrong";
        };
  }
}
