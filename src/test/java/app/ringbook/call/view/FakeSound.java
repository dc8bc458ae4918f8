package app.ringbook.call.view;

import java.util.List;

/** A recording that plays only when the test says that time passed. */
final class FakeSound implements RecordingSound {
  private final long duration;
  private final float[][] lanes;
  private long position;
  private boolean playing;
  double speed = 1;
  boolean closed;
  boolean skipping;
  final boolean[] muted = new boolean[2];

  FakeSound(long durationMillis, int channels) {
    duration = durationMillis;
    lanes = new float[channels][(int) (durationMillis / 100)];
    for (int lane = 0; lane < channels; lane++) {
      for (int i = 0; i < lanes[lane].length; i++) {
        boolean speaks = (i / 40) % 2 == lane;
        lanes[lane][i] =
            speaks ? (float) Math.abs(Math.sin(i * 0.7) * Math.sin(i * 0.05 + 1)) : 0.02f;
      }
    }
  }

  void pass(long millis) {
    if (playing) {
      position = Math.min(duration, position + Math.round(millis * speed));
      playing = position < duration;
    }
  }

  @Override
  public void play() {
    playing = true;
  }

  @Override
  public void pause() {
    playing = false;
  }

  @Override
  public void seek(long millis) {
    position = millis;
  }

  @Override
  public void speed(double factor) {
    speed = factor;
  }

  @Override
  public void skipSilence(boolean wanted) {
    skipping = wanted;
  }

  @Override
  public void mute(int channel, boolean wanted) {
    muted[channel] = wanted;
  }

  @Override
  public long positionMillis() {
    return position;
  }

  @Override
  public long durationMillis() {
    return duration;
  }

  @Override
  public boolean playing() {
    return playing;
  }

  @Override
  public float[][] lanes() {
    return lanes;
  }

  @Override
  public List<SoundGap> gaps() {
    return List.of(new SoundGap(0.8, 0.83, false, 900));
  }

  @Override
  public void close() {
    closed = true;
  }
}
