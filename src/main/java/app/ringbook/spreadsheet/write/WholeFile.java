package app.ringbook.spreadsheet.write;

import app.ringbook.platform.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes a file whole or not at all: a new one beside it takes its place at the end. */
public final class WholeFile {
  private static final String FULL = "spreadsheet.problem.diskFull";
  private static final long FULL_BYTES = 256 * 1024;

  private WholeFile() {}

  /** Fills the new file. */
  @FunctionalInterface
  public interface Filling<T> {
    /** Writes everything and leaves the stream open. */
    T fill(OutputStream out) throws IOException;
  }

  /**
   * Writes the file.
   *
   * @throws ProblemException if it cannot be written: the disk is full, there is no such folder,
   *     one may not write there, or another program holds the file. The old file then stays as it
   *     is.
   */
  public static <T> T write(Path target, Filling<T> filling) {
    Path whole = target.toAbsolutePath();
    if (Files.isDirectory(whole)) {
      throw new ProblemException("spreadsheet.problem.folder", target.toString());
    }
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      T result;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        result = filling.fill(out);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } catch (IOException | UncheckedIOException e) {
      boolean full = full(part, e);
      drop(part);
      throw new ProblemException(e, full ? FULL : reason(e), target.toString());
    } catch (RuntimeException | Error e) {
      drop(part);
      throw e;
    }
  }

  private static String reason(Exception problem) {
    Throwable cause = problem instanceof UncheckedIOException ? problem.getCause() : problem;
    return switch (cause) {
      case NoSuchFileException e -> "spreadsheet.problem.noFolder";
      case AccessDeniedException e -> "spreadsheet.problem.notAllowed";
      case null, default -> "spreadsheet.problem.notWritten";
    };
  }

  private static boolean full(Path part, Exception problem) {
    String words = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    try {
      return words.contains("no space left")
          || words.contains("not enough space")
          || words.contains("disk quota")
          || (Files.exists(part) && Files.getFileStore(part).getUsableSpace() < FULL_BYTES);
    } catch (IOException e) {
      return false;
    }
  }

  private static void drop(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      part.toFile().deleteOnExit();
    }
  }
}
