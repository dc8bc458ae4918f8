package app.ringbook.telephony.recorder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a recording needs of the disk, so that a full one can be tried. */
interface Disk {

  /** Creates a file that must not be there yet, with the folders it needs. */
  FileChannel create(Path file) throws IOException;

  /** Bytes this program may still write beside the file. */
  long freeBytes(Path file) throws IOException;

  /** The machine's disk. */
  static Disk real() {
    return new Disk() {
      @Override
      public FileChannel create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        return FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
      }

      @Override
      public long freeBytes(Path file) throws IOException {
        return Files.getFileStore(file).getUsableSpace();
      }
    };
  }
}
