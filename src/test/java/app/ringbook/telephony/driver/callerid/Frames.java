package app.ringbook.telephony.driver.callerid;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes FSK frames. */
final class Frames {
  private Frames() {}

  /** Type, length, payload and the right checksum. */
  static byte[] framed(int type, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(type);
    frame.write(payload.length);
    frame.writeBytes(payload);
    int sum = 0;
    for (byte b : frame.toByteArray()) {
      sum += b;
    }
    frame.write(-sum);
    return frame.toByteArray();
  }

  /** An MDMF frame of tags and texts in turn. */
  static byte[] multiple(Object... fields) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      byte[] value = ((String) fields[i + 1]).getBytes(StandardCharsets.ISO_8859_1);
      payload.write((Integer) fields[i]);
      payload.write(value.length);
      payload.writeBytes(value);
    }
    return framed(0x80, payload.toByteArray());
  }
}
