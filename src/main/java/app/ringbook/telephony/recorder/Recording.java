package app.ringbook.telephony.recorder;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished recording.
 *
 * @param file where it is
 * @param relativePath the same from the recording folder on, with {@code /} between names
 * @param millis length of the sound
 * @param bytes size of the file
 * @param sha256 checksum of the file, 64 hexadecimal digits
 * @param lostMillis how much sound was lost on its way, in all
 * @param gaps where sound is missing, in the order of the file
 * @param stopped why it ended before the call did, or null
 */
public record Recording(
    Path file,
    String relativePath,
    long millis,
    long bytes,
    String sha256,
    long lostMillis,
    List<Gap> gaps,
    @Nullable Stop stopped) {

  /** Why a recording ends while the call goes on. */
  public enum Stop {
    /** The disk is full, or nearly. */
    DISK_FULL,
    /** The folder cannot be written. */
    FOLDER,
    /** Recordings are sealed here and the key is not at hand. */
    LOCKED,
    /** Writing failed in the middle. */
    WRITE_FAILED,
    /** Twelve hours or two gigabytes are reached. */
    TOO_LONG;

    /** The sentence that says so and what to do. */
    public String textKey() {
      return "telephony.recorder.stopped."
          + switch (this) {
            case DISK_FULL -> "diskFull";
            case FOLDER -> "folder";
            case LOCKED -> "locked";
            case WRITE_FAILED -> "writeFailed";
            case TOO_LONG -> "tooLong";
          };
    }
  }
}
