package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.DriverBench;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Speaks the profile by hand, frame by frame, to a session on the bench. */
final class X800Bench {
  static final long BOOT = 0x1122334455667788L;
  static final int CALL = 0x2A;

  final DriverBench bench = new DriverBench(new X800Driver());
  int seq = 100;

  void talking() {
    ready();
    control(X800Type.RING, ring(1));
    control(X800Type.HOOK, hook(1));
    assertThat(written(X800Type.REC_START)).hasSize(1);
    plain(X800Type.REC_STATE, new X800Payload().u32(CALL).u8(1).u32(0).u32(0));
  }

  void ready() {
    ready(0);
  }

  void ready(long millis) {
    bench.open();
    hello(millis);
  }

  void hello(long millis) {
    X800Payload hello =
        new X800Payload()
            .u8(1)
            .u8(1)
            .u8(1)
            .u8(0)
            .u64(BOOT)
            .field(1, "Bench")
            .field(5, 2)
            .field(7, 1)
            .field(8, 1);
    bench.receive(encode(X800Type.HELLO, 0, 0, hello.done(), millis));
  }

  void beat() {
    plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(0).u32(0).u32(0).u16(0));
    acknowledge(X800Type.STORED_COUNT);
    acknowledge(X800Type.HANG_UP);
    acknowledge(X800Type.REC_START);
  }

  void acknowledgeAll() {
    acknowledge(X800Type.STORED_COUNT);
  }

  void acknowledge(int type) {
    for (X800Frame frame : written(type)) {
      plain(X800Type.ACK, new X800Payload().u16(frame.seq()));
    }
  }

  void audio(long index, int samples) {
    plain(
        X800Type.AUDIO,
        new X800Payload().u32(CALL).u32(index).u8(2).u8(1).u16(samples).bytes(new byte[samples]));
  }

  static X800Payload ring(int count) {
    return new X800Payload().u32(CALL).u8(count).u8(1).u8('A');
  }

  static X800Payload hook(int state) {
    return new X800Payload().u32(CALL).u8(state).u8(0);
  }

  static X800Payload end(int direction, int cause, long ring, long talk) {
    return new X800Payload().u32(CALL).u8(direction).u8(cause).u32(ring).u32(talk);
  }

  static X800Payload callerId(int method, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
    return new X800Payload().u32(CALL).u8(method).u8(bytes.length).bytes(bytes);
  }

  static X800Payload parsed(int tag, String value) {
    byte[] field = new X800Payload().field(tag, value).done();
    return new X800Payload().u32(CALL).u8(3).u8(field.length).bytes(field);
  }

  void plain(int type, X800Payload payload) {
    bench.receive(encode(type, 0, 1, payload));
  }

  void control(int type, X800Payload payload) {
    bench.receive(encode(type, X800Frame.ACK_WANTED, 1, payload));
  }

  void control(int type, X800Payload payload, long millis) {
    bench.receive(encode(type, X800Frame.ACK_WANTED, 1, payload.done(), millis));
  }

  void control(int type, byte[] payload, int from) {
    byte[] rest = Arrays.copyOfRange(payload, from + 4, payload.length);
    byte[] whole = new X800Payload().u32(7).bytes(rest).done();
    bench.receive(encode(type, X800Frame.ACK_WANTED, 1, whole, 0));
  }

  byte[] encode(int type, int flags, int line, X800Payload payload) {
    return encode(type, flags, line, payload.done(), 0);
  }

  byte[] encode(int type, int flags, int line, byte[] payload, long millis) {
    int number = seq;
    seq = (seq + 1) & 0xFFFF;
    return X800Codec.encode(new X800Frame(type, flags, line, number, millis, payload));
  }

  /** The number of the kit's next frame. */
  int next() {
    return seq;
  }

  List<X800Frame> written(int type) {
    List<X800Frame> frames = new ArrayList<>();
    byte[] bytes = bench.written.toByteArray();
    new X800Codec(frames::add).received(bytes, bytes.length, 0);
    frames.removeIf(frame -> frame.type() != type);
    return frames;
  }
}
