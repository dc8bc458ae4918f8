package app.ringbook.telephony.driver.x800;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.PhoneDriver;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a kit says of itself in the fields of its HELLO. */
record X800Abilities(
    String model,
    String serial,
    String firmware,
    int codecs,
    int channels,
    boolean dial,
    boolean hangUp,
    boolean hook,
    boolean callerId,
    int storedCalls) {

  /** A kit that said nothing: the least every kit of this kind can do. */
  static final X800Abilities UNKNOWN =
      new X800Abilities("", "", "", 2, 1, false, false, true, true, 0);

  private static final int MODEL = 0x01;
  private static final int SERIAL = 0x02;
  private static final int FIRMWARE = 0x03;
  private static final int CODECS = 0x05;
  private static final int CHANNELS = 0x06;
  private static final int CAN_DIAL = 0x07;
  private static final int CAN_HANG_UP = 0x08;
  private static final int HOOK_SENSE = 0x09;
  private static final int FSK = 0x0B;
  private static final int DTMF = 0x0C;
  private static final int STORED = 0x0D;

  /** Reads the fields behind the fixed part of a HELLO; unknown ones are passed over. */
  static X800Abilities read(X800Reader in) {
    X800Abilities a = UNKNOWN;
    boolean fsk = true;
    boolean dtmf = true;
    while (in.left() >= 2) {
      int tag = in.u8();
      byte[] value = in.bytes(in.u8());
      int n = number(value);
      switch (tag) {
        case MODEL -> a = a.named(text(value), a.serial, a.firmware);
        case SERIAL -> a = a.named(a.model, text(value), a.firmware);
        case FIRMWARE -> a = a.named(a.model, a.serial, text(value));
        case CODECS -> a = a.sounding(n, a.channels);
        case CHANNELS -> a = a.sounding(a.codecs, n);
        case CAN_DIAL -> a = a.able(n != 0, a.hangUp, a.hook, a.callerId, a.storedCalls);
        case CAN_HANG_UP -> a = a.able(a.dial, n != 0, a.hook, a.callerId, a.storedCalls);
        case HOOK_SENSE -> a = a.able(a.dial, a.hangUp, n != 0, a.callerId, a.storedCalls);
        case FSK -> fsk = n != 0;
        case DTMF -> dtmf = n != 0;
        case STORED -> a = a.able(a.dial, a.hangUp, a.hook, a.callerId, n);
        default -> {}
      }
    }
    return a.able(a.dial, a.hangUp, a.hook, fsk || dtmf, a.storedCalls);
  }

  /** A-law where it is offered, then mu-law, then linear: telephone sound has no more in it. */
  Codec codec() {
    if ((codecs & 2) != 0 || codecs == 0) {
      return Codec.ALAW;
    }
    return (codecs & 1) != 0 ? Codec.ULAW : Codec.PCM16;
  }

  /** The profile's number of a codec. */
  static int number(Codec codec) {
    return switch (codec) {
      case ULAW -> 1;
      case ALAW -> 2;
      case PCM16 -> 3;
    };
  }

  /** The codec of the profile's number, null if there is none. */
  static @Nullable Codec codec(int number) {
    return switch (number) {
      case 1 -> Codec.ULAW;
      case 2 -> Codec.ALAW;
      case 3 -> Codec.PCM16;
      default -> null;
    };
  }

  PhoneDriver.Caps caps() {
    boolean sound = codecs != 0;
    return new PhoneDriver.Caps(
        callerId, hook, sound, sound && channels > 1, dial, hangUp, storedCalls > 0);
  }

  private X800Abilities named(String newModel, String newSerial, String newFirmware) {
    return new X800Abilities(
        newModel,
        newSerial,
        newFirmware,
        codecs,
        channels,
        dial,
        hangUp,
        hook,
        callerId,
        storedCalls);
  }

  private X800Abilities sounding(int newCodecs, int newChannels) {
    return new X800Abilities(
        model, serial, firmware, newCodecs, newChannels, dial, hangUp, hook, callerId, storedCalls);
  }

  private X800Abilities able(
      boolean canDial, boolean canHangUp, boolean hooks, boolean identifies, int stored) {
    return new X800Abilities(
        model, serial, firmware, codecs, channels, canDial, canHangUp, hooks, identifies, stored);
  }

  private static int number(byte[] value) {
    X800Reader in = new X800Reader(value);
    return value.length >= 2 ? in.u16() : value.length == 1 ? in.u8() : 1;
  }

  private static String text(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    return text.replaceAll("\\p{C}", "").strip();
  }
}
