package app.ringbook.faults;

import app.ringbook.store.file.FolderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts a child that works, kills it at a random moment (one time in four while it still opens),
 * looks at what it left, and again. The same folder is used for ten rounds, because faults grow
 * with age, then a fresh one. Extend it by naming the child and by {@link #verify}.
 *
 * <p>The child prints {@code opening} when it begins and a line {@code ack ...} for each thing it
 * was told is saved, straight to a file: no pipe can lose a line.
 */
public abstract class KillLoop {
  private static final int ROUNDS_A_FOLDER = 10;

  /** A child that says nothing for so long hangs, also on a busy machine. */
  private static final int MOST_SECONDS_SILENT = 120;

  private final Random random;
  private final long seed;

  /**
   * @param seed decides the work and the moments of the kills
   */
  protected KillLoop(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Main class and arguments of the child that works in a folder. */
  protected abstract List<String> child(Path folder, long round);

  /** Longest time from the first acknowledgement to the kill. */
  protected long longestMillis() {
    return 1000;
  }

  /**
   * Compares what the child said with what is there.
   *
   * @param lines everything the child printed in this folder, in all rounds so far
   */
  protected abstract void verify(Path folder, List<String> lines, Figures figures) throws Exception;

  /** Looks at a child that ended before it was killed; an error unless overridden. */
  protected void endedByItself(Path output, Figures figures) throws IOException {
    figures.breach("The child ended by itself:\n" + Files.readString(output));
  }

  /** Runs the rounds; a folder that shows a breach is kept under target/faults. */
  public final Figures run(int rounds) throws Exception {
    Figures figures = new Figures();
    Path base = Files.createTempDirectory("ringbook-faults-");
    try {
      List<String> lines = new ArrayList<>();
      Path folder = base.resolve("0");
      for (int round = 0; round < rounds; round++) {
        if (round % ROUNDS_A_FOLDER == 0) {
          FolderFiles.delete(folder);
          folder = base.resolve(String.valueOf(round));
          lines.clear();
        }
        List<String> said = kill(folder, base.resolve("out" + round), round, figures);
        figures.add("acknowledged", said.stream().filter(l -> l.startsWith("ack ")).count());
        lines.addAll(said);
        Path before = base.resolve("before");
        FolderFiles.delete(before);
        copy(folder, before);
        int breaches = figures.breaches().size();
        verify(folder, lines, figures);
        if (figures.breaches().size() > breaches) {
          keep(before, round);
        }
      }
    } finally {
      FolderFiles.delete(base);
    }
    return figures;
  }

  private List<String> kill(Path folder, Path output, int round, Figures figures) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Dlogback.configurationFile=faults-logback.xml",
            "-cp",
            System.getProperty("java.class.path", "")));
    command.addAll(child(folder, seed * 1000 + round));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean whileOpening = random.nextInt(4) == 0;
      await(process, output, whileOpening ? "opening" : "ack ");
      long most = whileOpening ? 500 : longestMillis();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(most)));
      if (process.isAlive()) {
        process.toHandle().destroyForcibly();
        figures.add("kills", 1);
      } else {
        endedByItself(output, figures);
      }
      process.waitFor();
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void await(Process process, Path output, String word) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_SILENT);
    while (process.isAlive() && !Files.readString(output).contains(word)) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "The child %d did not say %s:%n%s%n%s"
                .formatted(process.pid(), word, Files.readString(output), Stacks.of(process)));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private void keep(Path folder, int round) throws IOException {
    Path kept = Path.of("target", "faults", getClass().getSimpleName() + "-" + seed + "-" + round);
    FolderFiles.delete(kept);
    copy(folder, kept);
  }

  /** Copies all files of a folder. */
  protected static void copy(Path from, Path to) {
    try {
      for (Path file : FolderFiles.below(from)) {
        Path target = to.resolve(from.relativize(file).toString());
        Path parent = target.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
