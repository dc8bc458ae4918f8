package app.ringbook.faults;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The control: a recorder that writes its header only when the call is over. */
final class CheatingSink implements SoundWriter.Sink {
  private static final int HEADER = 58;
  private final String file;
  private final FileChannel channel;
  private long frames;

  CheatingSink(Path folder, long sound) throws IOException {
    file = "2026-11/20261122-000000-s" + sound + ".wav";
    Path part = folder.resolve(file + ".part");
    Path month = part.getParent();
    if (month != null) {
      Files.createDirectories(month);
    }
    channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.write(ByteBuffer.allocate(HEADER));
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public void append(AudioBlock block) throws IOException {
    while (frames < block.firstSample()) {
      channel.write(ByteBuffer.wrap(new byte[] {Codec.ALAW.silence()}));
      frames++;
    }
    channel.write(ByteBuffer.wrap(block.data()));
    frames += block.samples();
  }

  @Override
  public long millis() {
    return frames * 1000 / Codec.SAMPLE_RATE;
  }

  @Override
  public long safeMillis() {
    return millis();
  }

  @Override
  public String finish() {
    return "none";
  }
}
