package app.ringbook.faults;

import app.ringbook.store.CheatingStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The child of the control: a store that trusts H2 as it comes. */
final class PlainWriter {
  private PlainWriter() {}

  /** Works until it is killed. */
  public static void main(String[] arguments) throws Exception {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    try (CheatingStore store = new CheatingStore(Path.of(arguments[0]))) {
      out.write("opening\n".getBytes(StandardCharsets.UTF_8));
      while (true) {
        out.write(("ack " + store.addCustomer() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
