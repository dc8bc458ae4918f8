package app.ringbook.telephony.recorder.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What opens the recordings when everything else is lost: 32 letters and digits in eight groups,
 * 160 bits. Letters that look like digits are not used and are read as those digits.
 *
 * @param text the 32 characters without blanks
 */
public record RecoveryCode(String text) {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 32;
  private static final int GROUP = 4;

  static RecoveryCode random() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new RecoveryCode(text.toString());
  }

  /** What a person typed, in any case and with any blanks or dashes; empty if it is no code. */
  public static Optional<RecoveryCode> typed(String words) {
    String text =
        words
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\-_.]+", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean fits =
        text.length() == LENGTH && text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    return fits ? Optional.of(new RecoveryCode(text)) : Optional.empty();
  }

  /** In eight groups, as it is shown and written down. */
  public String groups() {
    return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  byte[] key(byte[] salt) throws GeneralSecurityException {
    byte[] secret = text.getBytes(StandardCharsets.US_ASCII);
    byte[] info = "ringbook recovery".getBytes(StandardCharsets.US_ASCII);
    return Hkdf.computeHkdf("HmacSha256", secret, salt, info, FileKey.BYTES);
  }

  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
