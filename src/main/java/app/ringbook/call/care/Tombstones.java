package app.ringbook.call.care;

import app.ringbook.platform.AppClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Recordings that were erased, one a line in {@code erased-recordings.txt} of the data folder:
 * moment, call, why, file, with tabs between. No backup holds it and no restore replaces it, so
 * that what was erased can be erased again when a backup brings it back. Safe for any thread.
 */
final class Tombstones {
  static final String NAME = "erased-recordings.txt";
  private static final int COLUMNS = 4;
  private final Path file;
  private final AppClock clock;

  Tombstones(Path root, AppClock clock) {
    this.file = root.resolve(NAME);
    this.clock = clock;
  }

  /** One of them. */
  record Tombstone(String callKey, RecordingCare.Why why, String recording) {}

  /** On the disk when it returns. */
  synchronized void add(Tombstone stone) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    String line =
        String.join(
            "\t",
            clock.now().toString(),
            plain(stone.callKey),
            stone.why.name(),
            plain(stone.recording));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** All of them; a line that a crash cut is left out. */
  synchronized List<Tombstone> all() throws IOException {
    List<Tombstone> all = new ArrayList<>();
    if (!Files.exists(file)) {
      return all;
    }
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split("\t", -1);
      if (words.length == COLUMNS && !words[3].isBlank()) {
        all.add(new Tombstone(words[1], why(words[2]), words[3]));
      }
    }
    return all;
  }

  private static RecordingCare.Why why(String name) {
    for (RecordingCare.Why why : RecordingCare.Why.values()) {
      if (why.name().equals(name)) {
        return why;
      }
    }
    return RecordingCare.Why.PERSON;
  }

  private static String plain(String word) {
    return word.replaceAll("[\\t\\r\\n]", " ");
  }
}
