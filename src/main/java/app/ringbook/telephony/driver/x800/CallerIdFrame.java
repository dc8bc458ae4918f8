package app.ringbook.telephony.driver.x800;

import app.ringbook.telephony.Presentation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An FSK frame (MDMF) as an exchange would send it, for the simulator. */
final class CallerIdFrame {
  private CallerIdFrame() {}

  static byte[] of(
      Presentation presentation, String number, @Nullable String name, boolean goodChecksum) {
    X800Payload fields = new X800Payload().field(0x01, "01010000");
    switch (presentation) {
      case NUMBER -> fields.field(0x02, number);
      case PRIVATE -> fields.field(0x04, "P");
      case UNAVAILABLE, NONE -> fields.field(0x04, "O");
    }
    if (name != null) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      fields.field(
          0x07, bytes.length <= 100 ? bytes : "long name".getBytes(StandardCharsets.UTF_8));
    }
    byte[] payload = fields.done();
    byte[] frame = new X800Payload().u8(0x80).u8(payload.length).bytes(payload).done();
    int sum = goodChecksum ? 0 : 1;
    for (byte b : frame) {
      sum += b;
    }
    return new X800Payload().u8(0x55).u8(0x55).bytes(frame).u8(-sum).done();
  }
}
