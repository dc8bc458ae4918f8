package app.ringbook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Frames of the X800-style profile, written from its description and not with the product's own
 * codec: what the product reads must be what the profile says.
 */
final class KitFrames {
  static final int HELLO = 0x01;
  static final int ACK = 0x03;
  static final int HEARTBEAT = 0x05;
  static final int RING = 0x11;
  static final int CALLER_ID = 0x12;
  static final int HOOK = 0x13;
  static final int CALL_END = 0x16;
  static final int REC_START = 0x20;
  static final int REC_STATE = 0x22;
  static final int AUDIO = 0x23;
  static final int STORED_GET = 0x41;
  static final int STORED_COUNT = 0x40;
  private int seq;

  /** One frame; {@code payload} is its fields in hexadecimal, little-endian as they stand. */
  byte[] frame(int type, int line, long millis, byte[] payload) {
    ByteBuffer out = ByteBuffer.allocate(18 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0xA5).put((byte) 0x5A).put((byte) 1).put((byte) type).put((byte) 0);
    out.put((byte) line).putShort((short) seq++).putShort((short) payload.length);
    out.putInt((int) millis);
    out.putShort((short) crc(out.array(), 2, 14));
    out.put(payload);
    out.putShort((short) crc(out.array(), 2, 16 + payload.length));
    return out.array();
  }

  /** A frame whose payload is written in hexadecimal. */
  byte[] frame(int type, int line, long millis, String payload) {
    return frame(type, line, millis, HexFormat.of().parseHex(payload.replace(" ", "")));
  }

  /** The caller's number as DTMF digits between the exchange's D and C. */
  byte[] dtmfCaller(int line, long millis, String digits) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(new byte[] {0x2A, 0, 0, 0, 2, (byte) (digits.length() + 2)});
    payload.writeBytes(("D" + digits + "C").getBytes(StandardCharsets.US_ASCII));
    return frame(CALLER_ID, line, millis, payload.toByteArray());
  }

  /** A piece of A-law sound of call 0x2A. */
  byte[] audio(int line, long millis, long index, int channels, byte[] data) {
    ByteBuffer payload = ByteBuffer.allocate(12 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    payload.putInt(0x2A).putInt((int) index).put((byte) 2).put((byte) channels);
    payload.putShort((short) (data.length / channels)).put(data);
    return frame(AUDIO, line, millis, payload.array());
  }

  /** CRC-16/CCITT-FALSE. */
  static int crc(byte[] data, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= (data[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
      }
    }
    return crc & 0xFFFF;
  }
}
