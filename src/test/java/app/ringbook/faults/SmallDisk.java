package app.ringbook.faults;

import app.ringbook.store.file.FolderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of 40 MB of its own, which another program fills to the last byte, and empties. */
final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTES = 40;
  private final Path root;
  private final Path filler;

  private SmallDisk(Path root) {
    this.root = root;
    this.filler = root.resolve("filler");
  }

  /** Nothing where this system or this user cannot make one. */
  static Optional<SmallDisk> make() throws IOException, InterruptedException {
    Path root = Files.createTempDirectory("ringbook-disk-");
    if (run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", root.toString())) {
      return Optional.of(new SmallDisk(root));
    }
    Files.delete(root);
    return Optional.empty();
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }

  Path root() {
    return root;
  }

  /** Leaves so many bytes free. */
  void fill(long left) {
    try (FileChannel out =
        FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long room;
      while ((room = Files.getFileStore(root).getUsableSpace() - left) > 0) {
        out.write(ByteBuffer.allocate((int) Math.min(room, 1 << 20)));
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("space")) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Everything the other program wrote goes. */
  void free() throws IOException {
    Files.deleteIfExists(filler);
  }

  @Override
  public void close() throws IOException {
    try {
      FolderFiles.delete(root.resolve("data"));
      run("umount", "-l", root.toString());
      Files.delete(root);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
