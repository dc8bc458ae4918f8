package app.ringbook.faults;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.file.InstanceLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * {@code twice}: a second program on the same folder, while the first lives, is frozen or was
 * killed. Never two at once, an answer within two seconds, the first unharmed.
 */
final class Twice {
  private static final long ANSWER_MILLIS = 2000;
  private final Random random;
  private final boolean cheat;

  /**
   * @param cheat the first program takes no lock: two at once must be noticed
   */
  Twice(long seed, boolean cheat) {
    this.random = new Random(seed);
    this.cheat = cheat;
  }

  Figures run(int rounds) throws Exception {
    Figures figures = new Figures();
    Path folder = Files.createTempDirectory("ringbook-twice-");
    try {
      for (int round = 0; round < rounds; round++) {
        round(folder, round % 3, figures);
      }
    } finally {
      FolderFiles.delete(folder);
    }
    return figures;
  }

  private void round(Path folder, int state, Figures figures) throws Exception {
    Path heard = folder.resolve("heard");
    Files.deleteIfExists(heard);
    Process first = start(folder, heard);
    try {
      await(heard, "ready");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(50)));
      switch (state) {
        case 0 -> {
          Said said = second(folder);
          expect(said, "handed over", figures, "live");
          if (said.words.equals("handed over")) {
            await(heard, "words");
          }
        }
        case 1 -> {
          signal(first, "STOP");
          awaitStopped(first);
          expect(second(folder), "store.problem.frozen", figures, "frozen");
          signal(first, "CONT");
          expect(second(folder), "handed over", figures, "thawed");
        }
        default -> {
          first.toHandle().destroyForcibly();
          first.waitFor();
          expect(second(folder), "taken", figures, "killed");
        }
      }
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  /** What a second start says, and after how long. */
  private record Said(String words, long millis) {}

  private static Said second(Path folder) {
    long start = System.nanoTime();
    String words;
    try {
      words =
          InstanceLock.take(folder, List.of("words"))
              .map(
                  lock -> {
                    lock.close();
                    return "taken";
                  })
              .orElse("handed over");
    } catch (ProblemException e) {
      words = e.key();
    }
    return new Said(words, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private static void expect(Said said, String words, Figures figures, String state) {
    figures.add(state, 1);
    if (!said.words.equals(words)) {
      figures.breach("Owner %s: second start said %s".formatted(state, said.words));
    }
    if (said.millis > ANSWER_MILLIS) {
      figures.breach("Owner %s: answer after %d ms".formatted(state, said.millis));
    }
  }

  private Process start(Path folder, Path heard) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=faults-logback.xml",
            "-cp",
            System.getProperty("java.class.path", ""),
            Owner.class.getName(),
            (cheat ? folder.resolve("elsewhere") : folder).toString())
        .redirectErrorStream(true)
        .redirectOutput(heard.toFile())
        .start();
  }

  private static void await(Path file, String word) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      if (Files.exists(file) && Files.readString(file).contains(word)) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    throw new IOException("Nothing said " + word);
  }

  /** The signal is only sent: on a busy machine a thread may go on for a moment. */
  private static void awaitStopped(Process process) throws IOException {
    Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Files.isDirectory(threads) && !stopped(threads)) {
      if (System.nanoTime() > end) {
        throw new IOException("The program goes on after its signal");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static boolean stopped(Path threads) throws IOException {
    try (Stream<Path> all = Files.list(threads)) {
      for (Path thread : (Iterable<Path>) all::iterator) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return false;
        }
      }
    }
    return true;
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** The first program. */
  static final class Owner {
    private Owner() {}

    /** Holds the folder named until it is killed, and prints what it is handed. */
    public static void main(String[] arguments) {
      InstanceLock lock = InstanceLock.take(Path.of(arguments[0]), List.of()).orElseThrow();
      System.out.println("ready");
      lock.serve(System.out::println);
    }
  }
}
