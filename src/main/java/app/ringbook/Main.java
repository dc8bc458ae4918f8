package app.ringbook;

import app.ringbook.app.RingbookWindow;
import app.ringbook.app.Wiring;
import app.ringbook.cli.Cli;
import app.ringbook.platform.AppFolders;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Start of the program: the command line and the window share it. */
public final class Main {
  private Main() {}

  /** Runs the command named by the words, or opens the window if they name none. */
  public static void main(String[] words) {
    // Before the first line is logged: the log lies in the data folder.
    System.setProperty("ringbook.logs", new AppFolders(dataFolder(words)).logs().toString());
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = Cli.run(words, out, err, Wiring::open, new RingbookWindow());
    System.exit(code);
  }

  private static Path dataFolder(String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals("--data") && i + 1 < words.length) {
        return Path.of(words[i + 1]);
      }
      if (words[i].startsWith("--data=")) {
        return Path.of(words[i].substring("--data=".length()));
      }
    }
    return AppFolders.systemRoot();
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
