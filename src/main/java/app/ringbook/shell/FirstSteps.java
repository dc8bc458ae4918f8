package app.ringbook.shell;

import app.ringbook.platform.Progress;
import java.nio.file.Path;
import java.util.Optional;

/** What the first-run screen sets going. */
public interface FirstSteps {
  /** Loads the sample data; on a worker thread. */
  void loadSample(Progress progress) throws Exception;

  /** The port of a phone kit that is plugged in, if one is; on a worker thread. */
  Optional<String> kit() throws Exception;

  /** Takes the data of a backup; on a worker thread. */
  void restore(Path backup, Progress progress) throws Exception;

  /** Goes to the import of this file; the first-run screen is left. */
  void importFile(Path file);

  /** Goes to the phone kit's settings; the first-run screen is left. */
  void setUpKit();

  /** Goes to the customers; the first-run screen is left. */
  void begin();
}
