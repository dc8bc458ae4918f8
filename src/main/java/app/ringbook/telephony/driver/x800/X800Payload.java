package app.ringbook.telephony.driver.x800;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds a payload from front to back, little-endian. */
final class X800Payload {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  X800Payload u8(int value) {
    return number(value, 1);
  }

  X800Payload u16(int value) {
    return number(value, 2);
  }

  X800Payload u32(long value) {
    return number(value, 4);
  }

  X800Payload u64(long value) {
    return number(value, 8);
  }

  X800Payload bytes(byte[] value) {
    out.writeBytes(value);
    return this;
  }

  /** Tag, length, value. */
  X800Payload field(int tag, byte[] value) {
    return u8(tag).u8(value.length).bytes(value);
  }

  X800Payload field(int tag, String value) {
    return field(tag, value.getBytes(StandardCharsets.UTF_8));
  }

  X800Payload field(int tag, int value) {
    return field(tag, new byte[] {(byte) value});
  }

  byte[] done() {
    return out.toByteArray();
  }

  private X800Payload number(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> (8 * i)));
    }
    return this;
  }
}
