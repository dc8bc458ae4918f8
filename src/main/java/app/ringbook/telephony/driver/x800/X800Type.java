package app.ringbook.telephony.driver.x800;

/** Frame types of the profile. Types not named here are ignored. */
final class X800Type {
  static final int HELLO = 0x01;
  static final int HELLO_ACK = 0x02;
  static final int ACK = 0x03;
  static final int NACK = 0x04;
  static final int HEARTBEAT = 0x05;
  static final int TIME_REQ = 0x06;
  static final int TIME_RSP = 0x07;
  static final int SET_CLOCK = 0x08;
  static final int LINE_STATE = 0x10;
  static final int RING = 0x11;
  static final int CALLER_ID = 0x12;
  static final int HOOK = 0x13;
  static final int DTMF = 0x14;
  static final int TONE = 0x15;
  static final int CALL_END = 0x16;
  static final int REC_START = 0x20;
  static final int REC_STOP = 0x21;
  static final int REC_STATE = 0x22;
  static final int AUDIO = 0x23;
  static final int AUDIO_GAP = 0x24;
  static final int DIAL = 0x30;
  static final int DIAL_STATE = 0x31;
  static final int HANG_UP = 0x32;
  static final int STORED_COUNT = 0x40;
  static final int STORED_GET = 0x41;
  static final int STORED_CALL = 0x42;
  static final int STORED_DONE = 0x43;
  static final int ERROR = 0x50;

  private X800Type() {}
}
