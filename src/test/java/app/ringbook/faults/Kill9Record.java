package app.ringbook.faults;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingRepair;
import app.ringbook.telephony.recorder.vault.SealedFiles;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * {@code kill9-record}: three calls are recorded, the program is killed. What the recorder called
 * safe must be heard by any player as the file stands; after the repair every file plays, no sample
 * is wrong, at most the last second is missing, and the checksums of finished ones hold. {@code
 * kill9-record-sealed} is the same with encryption, where only we can play what stands there.
 */
final class Kill9Record extends KillLoop {
  private static final long MOST_MISSING = Codec.SAMPLE_RATE;
  private final boolean cheats;
  private final boolean sealed;

  Kill9Record(long seed, boolean cheats, boolean sealed) {
    super(seed);
    this.cheats = cheats;
    this.sealed = sealed;
  }

  @Override
  protected List<String> child(Path folder, long round) {
    String main = SoundWriter.class.getName();
    String seed = String.valueOf(round);
    if (cheats || sealed) {
      return List.of(main, folder.toString(), seed, cheats ? "close" : "sealed");
    }
    return List.of(main, folder.toString(), seed);
  }

  /** What the child said of one recording. */
  private static final class Said {
    private long fed;
    private long safe;
    private String sha256 = "";
  }

  @Override
  protected void verify(Path folder, List<String> lines, Figures figures) throws Exception {
    Map<String, Said> said = said(lines);
    for (Map.Entry<String, Said> one : said.entrySet()) {
      Path part = folder.resolve(one.getKey() + ".part");
      if (!sealed && Files.exists(part) && one.getValue().safe > 0) {
        asItStands(part, one.getValue(), figures);
      }
    }
    Sealing sealing = sealed ? SoundWriter.vault(folder) : Sealing.NONE;
    for (Recording repaired : RecordingRepair.repair(folder, sealing)) {
      figures.add("repaired", 1);
      if (said.get(repaired.relativePath()) == null && repaired.millis() > 1000) {
        figures.breach("Never heard of " + repaired.relativePath());
      }
    }
    for (Map.Entry<String, Said> one : said.entrySet()) {
      look(folder, one.getKey(), one.getValue(), sealing, figures);
    }
  }

  private static Map<String, Said> said(List<String> lines) {
    Map<String, Said> said = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words.length >= 3) {
        Said one = said.computeIfAbsent(words[1], file -> new Said());
        long frames = Long.parseLong(words[2]);
        switch (words[0]) {
          case "fed" -> one.fed = frames;
          case "ack" -> one.safe = frames;
          case "ack-done" -> {
            one.fed = frames;
            one.safe = frames;
            one.sha256 = words[3];
          }
          default -> throw new IllegalStateException(line);
        }
      }
    }
    return said;
  }

  /** Any player must find what was called safe, without our repair. */
  private static void asItStands(Path part, Said said, Figures figures) {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(part.toFile())) {
      if (sound.getFrameLength() < said.safe) {
        figures.breach(
            part + " has " + sound.getFrameLength() + " frames, " + said.safe + " were safe");
      }
      figures.add("playableAsItStood", 1);
    } catch (IOException | UnsupportedAudioFileException e) {
      figures.breach(part + " is not playable as it stands: " + e.getMessage());
    }
  }

  private static void look(Path folder, String name, Said said, Sealing sealing, Figures figures)
      throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      if (said.fed > MOST_MISSING) {
        figures.breach(name + " is gone, " + said.fed + " frames were fed");
      }
      return;
    }
    if (!sealing.equals(Sealing.NONE) && !SoundBytes.sealed(file)) {
      figures.breach(name + " is in the clear");
      return;
    }
    ByteArrayOutputStream clear = new ByteArrayOutputStream();
    SealedFiles.copy(file, sealing, Channels.newChannel(clear));
    try (AudioInputStream sound =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(clear.toByteArray()))) {
      byte[] bytes = sound.readAllBytes();
      figures.add("looked", 1);
      if (bytes.length < Math.max(said.safe, said.fed - MOST_MISSING)) {
        figures.breach(name + " has " + bytes.length + " frames of " + said.fed);
      }
      compare(name, bytes, figures);
    } catch (UnsupportedAudioFileException e) {
      figures.breach(name + " is not playable: " + e.getMessage());
    }
    Recording facts = RecordingRepair.look(folder, file, sealing);
    figures.add("finished", said.sha256.isEmpty() ? 0 : 1);
    if (!said.sha256.isEmpty() && !facts.sha256().equals(said.sha256)) {
      figures.breach(name + " has another checksum than was told");
    }
  }

  private static void compare(String name, byte[] bytes, Figures figures) {
    long sound = Long.parseLong(name.replaceFirst(".*-s(\\d+)\\.wav$", "$1"));
    long wrong = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte right = SoundWriter.lost(i) ? Codec.ALAW.silence() : SoundWriter.sample(sound, i);
      wrong += bytes[i] == right ? 0 : 1;
    }
    figures.add("frames", bytes.length);
    figures.add("wrongFrames", wrong);
    if (wrong > 0) {
      figures.breach(name + " has " + wrong + " wrong frames");
    }
  }
}
