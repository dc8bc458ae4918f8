package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.Gap;
import app.ringbook.telephony.recorder.Playback;
import app.ringbook.telephony.recorder.Waveform;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A recording from its file. */
public final class PlayedRecording implements RecordingSound {
  /** Enough for two bars a point on a wide screen. */
  private static final int STEPS = 1600;

  private final Playback playback;
  private final float[][] lanes;
  private final List<SoundGap> gaps;

  private PlayedRecording(Playback playback, List<Gap> gaps) {
    this.playback = playback;
    Waveform outline = playback.waveform();
    int steps = Math.max(1, Math.min(STEPS, outline.steps()));
    lanes = new float[outline.channels()][];
    for (int channel = 0; channel < lanes.length; channel++) {
      lanes[channel] = outline.lane(channel, steps);
    }
    double frames = Math.max(1, playback.durationMillis() * (double) Codec.SAMPLE_RATE / 1000);
    this.gaps = gaps.stream().map(gap -> shown(gap, frames)).toList();
  }

  /**
   * Silence stands for lost sound as long as it was; after a cut or a pause it goes straight on.
   */
  private static SoundGap shown(Gap gap, double frames) {
    double from = Math.min(1, gap.frame() / frames);
    double to =
        gap.kind() == Gap.Kind.SILENCE ? Math.min(1, (gap.frame() + gap.frames()) / frames) : from;
    long millis = gap.frames() * 1000 / Codec.SAMPLE_RATE;
    return new SoundGap(from, to, gap.kind() == Gap.Kind.PAUSED, millis);
  }

  /**
   * Opens a file. Not for the window's thread.
   *
   * @param named how the file is named to a person: from the data folder on, where it lies in it
   * @param gaps where sound is missing
   * @param sealing opens it if it is sealed
   * @throws ProblemException if it is missing or can't be played; says where it was expected
   */
  public static PlayedRecording open(
      Path file, String named, List<Gap> gaps, Sealing sealing, AppClock clock) {
    try {
      return new PlayedRecording(Playback.open(file, sealing, clock), gaps);
    } catch (NoSuchFileException e) {
      throw new ProblemException(e, "call.player.missing", named);
    } catch (KeyException e) {
      throw new ProblemException(e, e.textKey(), named);
    } catch (IOException e) {
      throw new ProblemException(e, "call.player.unplayable", named);
    }
  }

  @Override
  public void play() {
    playback.play();
  }

  @Override
  public void pause() {
    playback.pause();
  }

  @Override
  public void seek(long millis) {
    playback.seek(millis);
  }

  @Override
  public void speed(double factor) {
    playback.speed(factor);
  }

  @Override
  public void skipSilence(boolean wanted) {
    playback.skipQuiet(wanted);
  }

  @Override
  public void mute(int channel, boolean wanted) {
    playback.mute(channel, wanted);
  }

  @Override
  public long positionMillis() {
    return playback.positionMillis();
  }

  @Override
  public long durationMillis() {
    return playback.durationMillis();
  }

  @Override
  public boolean playing() {
    return playback.playing();
  }

  @Override
  public float[][] lanes() {
    return lanes;
  }

  @Override
  public List<SoundGap> gaps() {
    return gaps;
  }

  @Override
  public void close() {
    playback.close();
  }
}
