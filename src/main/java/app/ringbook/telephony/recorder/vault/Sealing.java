package app.ringbook.telephony.recorder.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether recordings are sealed, and with what. Safe for any thread; may wait for the disk. */
public interface Sealing {

  /**
   * A key for a recording that is about to be made; it is on the disk when this returns.
   *
   * @param file the finished recording's place
   * @return null if recordings are made in the clear
   * @throws KeyException if they are to be sealed and the master key is not at hand
   */
  @Nullable FileKey fresh(Path file) throws IOException;

  /**
   * The key of a recording that is sealed.
   *
   * @param file the finished recording's place
   * @throws KeyException if it was destroyed, does not fit, or the master key is not at hand
   */
  FileKey of(Path file) throws IOException;

  /** Nothing is sealed, and nothing sealed can be opened. */
  Sealing NONE =
      new Sealing() {
        @Override
        public @Nullable FileKey fresh(Path file) {
          return null;
        }

        @Override
        public FileKey of(Path file) throws IOException {
          throw new KeyException(KeyException.Why.LOCKED, file);
        }
      };
}
