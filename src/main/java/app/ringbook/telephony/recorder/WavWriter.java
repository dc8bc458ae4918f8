package app.ringbook.telephony.recorder;

import app.ringbook.telephony.recorder.vault.GrowingFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * A WAV file that grows. The header tells the truth after every {@link #sync}, so that any player
 * can open the file at any time and a crash costs only what came after. For one thread at a time.
 */
final class WavWriter implements Closeable {
  private final GrowingFile file;
  private final WavFormat format;
  private long dataBytes;
  private long syncedBytes;

  /** Writes the header of an empty recording in the clear. */
  WavWriter(FileChannel channel, WavFormat format) throws IOException {
    this(GrowingFile.clear(channel), format);
  }

  /** Writes the header of an empty recording. */
  WavWriter(GrowingFile file, WavFormat format) throws IOException {
    this.file = file;
    this.format = format;
    sync();
  }

  /** Appends samples of all channels in turn. */
  void write(byte[] data, int offset, int length) throws IOException {
    file.append(data, offset, length);
    dataBytes += length;
  }

  /** Appends silence on all channels. */
  void silence(long frames) throws IOException {
    byte[] quiet = new byte[(int) Math.min(frames, 8000) * format.frameBytes()];
    Arrays.fill(quiet, format.codec().silence());
    for (long left = frames * format.frameBytes(); left > 0; left -= quiet.length) {
      write(quiet, 0, (int) Math.min(left, quiet.length));
    }
  }

  /** Makes everything written so far safe: sizes in the header, then on the disk. */
  void sync() throws IOException {
    file.sync(format.header(dataBytes));
    syncedBytes = dataBytes;
  }

  /** Samples of one channel written. */
  long frames() {
    return dataBytes / format.frameBytes();
  }

  /** Samples of one channel that a crash cannot take. */
  long syncedFrames() {
    return syncedBytes / format.frameBytes();
  }

  /** Bytes of samples written. */
  long dataBytes() {
    return dataBytes;
  }

  /** Pads, syncs and closes; the channel is closed even if that fails. */
  @Override
  public void close() throws IOException {
    try (GrowingFile closing = file) {
      closing.finish(format.header(dataBytes));
      syncedBytes = dataBytes;
    }
  }
}
