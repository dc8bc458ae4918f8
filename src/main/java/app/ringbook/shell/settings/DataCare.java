package app.ringbook.shell.settings;

import app.ringbook.platform.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What the data section of the settings can do. All methods run on a worker thread. */
public interface DataCare {
  /** The folder that holds everything. */
  Path folder();

  /** Bytes of that folder. */
  long size();

  /** The backups, newest first. */
  List<Backup> backups();

  /** Makes a backup now, opens it and counts it before it is called good. */
  Backup backUp(Progress progress) throws Exception;

  /** Looks through the data; a sentence for each thing that is wrong, none if all is well. */
  List<String> check(Progress progress) throws Exception;

  /** True if there is sample data among the data. */
  boolean sample();

  /** Takes all sample data away. */
  void removeSample() throws Exception;

  /**
   * A backup that was found good.
   *
   * @param file where it lies
   * @param at when it was made
   * @param bytes its size
   */
  record Backup(Path file, Instant at, long bytes) {}
}
