package app.ringbook.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the threads of a child do that says nothing. */
final class Stacks {
  private Stacks() {}

  /** All stacks of a Java program, or why there are none. */
  static String of(Process process) {
    try {
      Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
      Process asked =
          new ProcessBuilder(
                  "timeout", "20", jstack.toString(), "-l", String.valueOf(process.pid()))
              .redirectErrorStream(true)
              .start();
      String stacks = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      asked.waitFor(5, TimeUnit.SECONDS);
      return stacks;
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }
}
