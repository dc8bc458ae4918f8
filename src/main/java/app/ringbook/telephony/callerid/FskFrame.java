package app.ringbook.telephony.callerid;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One FSK caller-id transmission found among bytes: type, length, payload and a checksum that makes
 * the sum of all of them zero modulo 256. What lies before (channel seizure, mark) and behind
 * (noise) does not matter. Where the hardware leaves a parity bit in every byte, the lower seven
 * bits are looked at, with a checksum modulo 128.
 */
public final class FskFrame {
  /** Length of the longest frame in bytes. */
  public static final int LONGEST = 258;

  static final int SINGLE = 0x04;
  static final int SINGLE_WAITING = 0x06;
  static final int MULTIPLE = 0x80;
  static final int TEST = 0x81;
  static final int MULTIPLE_WAITING = 0x82;
  private static final int DATE_TAG = 0x01;
  private static final int DATE_DIGITS = 8;

  private final int type;
  private final byte[] payload;
  private final int from;
  private final int end;
  private final boolean sure;

  private FskFrame(int type, byte[] payload, int from, int end, boolean sure) {
    this.type = type;
    this.payload = payload;
    this.from = from;
    this.end = end;
    this.sure = sure;
  }

  /** The first frame whose checksum is right, if there is one among the first bytes. */
  public static Optional<FskFrame> first(byte[] raw, int length) {
    for (int from = 0; from + 3 < length; from++) {
      FskFrame frame = checked(raw, length, from);
      if (frame != null) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  /**
   * The first frame that is whole and well built but for its checksum.
   *
   * @param asFarAsItGoes also takes a frame with other damage, if a caller can be read from it; for
   *     bytes of which no more will come
   */
  public static Optional<FskFrame> damaged(byte[] raw, int length, boolean asFarAsItGoes) {
    for (int from = 0; from + 3 < length; from++) {
      int type = raw[from] & 0xFF;
      int end = from + 2 + (raw[from + 1] & 0xFF);
      if (type == MULTIPLE && asFarAsItGoes) {
        end = lastFieldEnd(raw, length, from + 2, end);
      }
      if (asFarAsItGoes && headless(raw, length, from)) {
        type = MULTIPLE;
        byte[] payload = Arrays.copyOfRange(raw, from, length);
        if (callerLike(type, payload)) {
          return Optional.of(new FskFrame(type, payload, from, length, false));
        }
      } else if (type == SINGLE || type == MULTIPLE) {
        byte[] payload = Arrays.copyOfRange(raw, from + 2, Math.min(end, length));
        boolean whole = end < length && wellBuilt(type, payload) && callerLike(type, payload);
        if (whole || (asFarAsItGoes && callerLike(type, payload))) {
          return Optional.of(new FskFrame(type, payload, from, Math.min(end + 1, length), false));
        }
      }
    }
    return Optional.empty();
  }

  /** A length that is too short by itself cuts no field in the middle. */
  private static int lastFieldEnd(byte[] raw, int length, int from, int end) {
    int at = from;
    while (at + 2 <= Math.min(end, length)) {
      at += 2 + (raw[at + 1] & 0xFF);
    }
    return at > end && at <= length ? at : end;
  }

  /** Where a frame may begin, -1 if nowhere: text before it is text. */
  public static int mayBegin(byte[] raw, int length) {
    for (int i = 0; i < length; i++) {
      if (type(raw[i]) >= 0 || headless(raw, length, i)) {
        return i;
      }
    }
    return -1;
  }

  /** A date field whose type and length were clipped from before it, as far as there is one. */
  private static boolean headless(byte[] raw, int length, int from) {
    if (raw[from] != DATE_TAG || (from + 1 < length && raw[from + 1] != DATE_DIGITS)) {
      return false;
    }
    for (int i = from + 2; i < Math.min(length, from + 2 + DATE_DIGITS); i++) {
      if (raw[i] < '0' || raw[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** {@code 04}, {@code 06}, {@code 80}, {@code 81} or {@code 82}. */
  int type() {
    return type;
  }

  /** A copy of what is between length and checksum. */
  byte[] payload() {
    return payload.clone();
  }

  /** Index of its first byte. */
  public int from() {
    return from;
  }

  /** Index behind its last byte. */
  public int end() {
    return end;
  }

  /** True if its checksum is right. */
  public boolean sure() {
    return sure;
  }

  /** True if it tells of a call, not of messages that wait. */
  public boolean ofCall() {
    return type == SINGLE || type == MULTIPLE;
  }

  private static @Nullable FskFrame checked(byte[] raw, int length, int from) {
    int type = type(raw[from]);
    if (type < 0) {
      return null;
    }
    int end = from + 2 + (raw[from + 1] & 0xFF);
    if ((raw[from] & 0xFF) == type && end < length && sum(raw, from, end + 1, 0xFF) == 0) {
      byte[] payload = Arrays.copyOfRange(raw, from + 2, end);
      if (wellBuilt(type, payload)) {
        return new FskFrame(type, payload, from, end + 1, true);
      }
    }
    return sevenBit(raw, length, from, type);
  }

  /** With a parity bit in every byte: all of them set, or all of one parity. */
  private static @Nullable FskFrame sevenBit(byte[] raw, int length, int from, int type) {
    int end = from + 2 + (raw[from + 1] & 0x7F);
    if (end >= length || sum(raw, from, end + 1, 0x7F) != 0 || !parity(raw, from + 2, end)) {
      return null;
    }
    byte[] payload = Arrays.copyOfRange(raw, from + 2, end);
    for (int i = 0; i < payload.length; i++) {
      payload[i] &= 0x7F;
    }
    boolean caller = wellBuilt(type, payload) && callerLike(type, payload);
    return caller ? new FskFrame(type, payload, from, end + 1, true) : null;
  }

  private static boolean parity(byte[] raw, int from, int to) {
    boolean set = true;
    boolean odd = true;
    boolean even = true;
    for (int i = from; i < to; i++) {
      boolean oddBits = Integer.bitCount(raw[i] & 0xFF) % 2 == 1;
      set &= raw[i] < 0;
      odd &= oddBits;
      even &= !oddBits;
    }
    return set || odd || even;
  }

  private static int type(byte b) {
    return switch (b & 0xFF) {
      case SINGLE, SINGLE | 0x80 -> SINGLE;
      case SINGLE_WAITING, SINGLE_WAITING | 0x80 -> SINGLE_WAITING;
      case MULTIPLE -> MULTIPLE;
      case TEST -> TEST;
      case MULTIPLE_WAITING -> MULTIPLE_WAITING;
      default -> -1;
    };
  }

  private static boolean wellBuilt(int type, byte[] payload) {
    return switch (type) {
      case SINGLE -> single(payload);
      case SINGLE_WAITING -> payload.length > 0 && payload.length <= 32;
      case MULTIPLE -> fieldsFit(payload) && known(payload);
      default -> fieldsFit(payload);
    };
  }

  private static boolean single(byte[] payload) {
    if (payload.length < DATE_DIGITS) {
      return payload.length == 1 && "POA".indexOf(payload[0]) >= 0;
    }
    for (byte b : payload) {
      if (b < ' ' || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean fieldsFit(byte[] payload) {
    int at = 0;
    while (at + 2 <= payload.length) {
      at += 2 + (payload[at + 1] & 0xFF);
    }
    return at == payload.length && at > 0;
  }

  private static boolean known(byte[] payload) {
    int tag = payload[0] & 0xFF;
    return tag > 0 && (tag <= 0x24 || tag >= 0xE0);
  }

  /** Whether a number, or the reason why there is none, stands where it belongs. */
  private static boolean callerLike(int type, byte[] payload) {
    if (type == SINGLE) {
      for (int i = 0; i < Math.min(DATE_DIGITS, payload.length); i++) {
        if (payload[i] < '0' || payload[i] > '9') {
          return false;
        }
      }
      int digits = payload.length - DATE_DIGITS;
      return digits > 0 && (numberLike(payload, DATE_DIGITS, digits) || digits == 1);
    }
    for (int at = 0; at + 2 < payload.length; at += 2 + (payload[at + 1] & 0xFF)) {
      int size = payload[at + 1] & 0xFF;
      boolean reason = payload[at] == 0x04 && size == 1;
      if (reason || (payload[at] == 0x02 && numberLike(payload, at + 2, size))) {
        return true;
      }
    }
    return false;
  }

  private static boolean numberLike(byte[] bytes, int from, int size) {
    if (size < 1 || size > 40 || from + size > bytes.length) {
      return false;
    }
    for (int i = from; i < from + size; i++) {
      if ("0123456789*#+-() ".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int sum(byte[] bytes, int from, int to, int mask) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return sum & mask;
  }
}
