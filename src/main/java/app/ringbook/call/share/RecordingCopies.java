package app.ringbook.call.share;

import app.ringbook.call.CallRecord;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.telephony.recorder.WavFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Copies recordings out of the house. Each copy is a row and an entry in the journal: who took
 * which recording when, and under which name. Not for the window's thread.
 */
public final class RecordingCopies {
  private static final String COPIES = "recording_copy";
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_AUTHOR = 200;
  private final Database database;
  private final AppClock clock;
  private final Opening opening;

  /** How the sound is written. */
  public enum Format {
    /** 16-bit samples, which every player knows. */
    PCM16,
    /** The samples as they are kept; half the size. */
    AS_KEPT
  }

  /** Opens a recording, whatever way it is kept. */
  @FunctionalInterface
  public interface Opening {
    /** The sound of a file. */
    WavFile open(Path file) throws IOException;
  }

  /** Reads recordings by {@code opening}. */
  public RecordingCopies(Database database, AppClock clock, Opening opening) {
    this.database = database;
    this.clock = clock;
    this.opening = opening;
  }

  /**
   * Writes a copy, whole or not at all.
   *
   * @param source where the recording lies
   * @param named how that file is named to a person
   * @param target where the copy goes; replaced if it is there
   * @return place of the journal entry
   * @throws ProblemException if the recording is missing or can't be read, or the copy not written
   */
  public long copy(CallRecord call, Path source, String named, Path target, Format format) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (WavFile sound = opened(source, named)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        PlainWav.write(sound, format == Format.PCM16, out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return journal(call, target, format, Files.size(target));
    } catch (IOException e) {
      drop(part);
      throw new ProblemException(e, "call.share.failed", target.toString());
    }
  }

  private WavFile opened(Path source, String named) {
    try {
      return opening.open(source);
    } catch (NoSuchFileException e) {
      throw new ProblemException(e, "call.player.missing", named);
    } catch (IOException e) {
      throw new ProblemException(e, "call.player.unplayable", named);
    }
  }

  private long journal(CallRecord call, Path target, Format format, long bytes) {
    String customer = call.customerName();
    String subject = customer != null ? customer : call.numberRaw();
    return database
        .inTransaction(
            Change.of("call.change.exported", subject),
            tx -> {
              tx.insert(
                  Row.of(COPIES, tx.nextId(COPIES), 0)
                      .set("call_key", call.callKey())
                      .set("file_name", cut(target.toString(), LONGEST_NAME))
                      .set("format", format.name())
                      .set("bytes", bytes)
                      .set("author", cut(database.actor(), LONGEST_AUTHOR))
                      .set("copied_at", clock.now())
                      .build());
              return bytes;
            })
        .sequence();
  }

  private static void drop(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      part.toFile().deleteOnExit();
    }
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
