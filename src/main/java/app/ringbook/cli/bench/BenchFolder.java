package app.ringbook.cli.bench;

import app.ringbook.platform.AtExit;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of its own for one run, taken away when closed and when the system ends the program. */
final class BenchFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BenchFolder.class);
  private static final String DATABASE = "ringbook.mv.db";

  /**
   * The journal belongs to the database; with today's backup there none is made while measuring.
   */
  private static final List<String> BESIDE = List.of("journal", "backups");

  private static final String OPEN = "ringbook.open";

  private final Path path;
  private final Subscription atExit;

  private BenchFolder(Path path) {
    this.path = path;
    this.atExit = AtExit.run(this::delete);
  }

  /** An empty one. */
  static BenchFolder make() throws IOException {
    return new BenchFolder(Files.createTempDirectory("ringbook-bench"));
  }

  Path path() {
    return path;
  }

  /**
   * Copies customers and all of another data folder with its backups, but neither its settings nor
   * its recordings.
   *
   * @throws ProblemException if there is no database, or a program has it open
   */
  void takeCopy(Path book) throws IOException {
    if (!Files.exists(book.resolve(DATABASE)) || Files.exists(book.resolve(OPEN))) {
      throw new ProblemException("cli.problem.benchBook", book.toString());
    }
    Files.copy(book.resolve(DATABASE), path.resolve(DATABASE));
    for (String beside : BESIDE) {
      if (Files.isDirectory(book.resolve(beside))) {
        Path copy = Files.createDirectory(path.resolve(beside));
        for (Path file : files(book.resolve(beside))) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** What is still being written to while the program is ended may come back: two tries. */
  private void delete() {
    for (int tries = 0; tries < 2 && Files.exists(path); tries++) {
      try (Stream<Path> all = Files.walk(path)) {
        all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("{} could not be taken away", path, e);
      }
    }
  }

  @Override
  public void close() {
    atExit.close();
    delete();
  }
}
