package app.ringbook.call.care;

import app.ringbook.telephony.recorder.vault.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Recordings whose time is over and that wait a week before they are destroyed: {@code
 * quarantine/2026-11-22/<recording>} in the recording folder, key and outline with them.
 */
final class Quarantine {
  static final String FOLDER = "quarantine";
  private final Path recordings;

  Quarantine(Path recordings) {
    this.recordings = recordings.toAbsolutePath().normalize();
  }

  /** Recordings that wait, with the day they came. */
  Map<String, LocalDate> waiting() throws IOException {
    Map<String, LocalDate> found = new HashMap<>();
    Path folder = recordings.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return found;
    }
    for (Path day : list(folder)) {
      LocalDate date = date(String.valueOf(day.getFileName()));
      if (date != null) {
        try (Stream<Path> files = Files.walk(day)) {
          files
              .filter(file -> file.toString().endsWith(".wav"))
              .forEach(file -> found.put(day.relativize(file).toString().replace('\\', '/'), date));
        }
      }
    }
    return found;
  }

  /** True if a recording is in its place. */
  boolean here(String recording) {
    return Files.exists(recordings.resolve(recording));
  }

  /** Takes a recording in. */
  void take(String recording, LocalDate today) throws IOException {
    move(recordings, recordings.resolve(FOLDER).resolve(today.toString()), recording);
  }

  /** Gives a recording back. */
  void release(String recording, LocalDate since) throws IOException {
    move(recordings.resolve(FOLDER).resolve(since.toString()), recordings, recording);
  }

  /** The sound goes first: where only it moved, its key is still found and moved the next time. */
  private static void move(Path from, Path to, String recording) throws IOException {
    Path sound = from.resolve(recording).normalize();
    Path there = to.resolve(recording).normalize();
    if (!sound.startsWith(from) || !there.startsWith(to)) {
      return;
    }
    Files.createDirectories(there.getParent());
    for (Path file : List.of(sound, KeyFiles.beside(sound), KeyFiles.outline(sound))) {
      if (Files.exists(file)) {
        Files.move(
            file,
            there.resolveSibling(file.getFileName()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  private static @org.jspecify.annotations.Nullable LocalDate date(String name) {
    try {
      return LocalDate.parse(name);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
