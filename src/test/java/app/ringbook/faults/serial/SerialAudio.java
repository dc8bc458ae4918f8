package app.ringbook.faults.serial;

import app.ringbook.faults.Figures;
import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.driver.x800.X800Driver;
import app.ringbook.telephony.driver.x800.X800Simulator;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.telephony.simulator.SpeechSound;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code serial-audio}: both ends of one call (16 kB a second), then of two calls at once (32 kB a
 * second), for so many seconds each as they are spoken. No sample may be lost or wrong.
 */
public final class SerialAudio {
  private static final int FRAME = Codec.SAMPLE_RATE / 50;
  private final boolean cheats;

  /**
   * @param cheats whether the cable loses three frames
   */
  public SerialAudio(boolean cheats) {
    this.cheats = cheats;
  }

  /** Speaks for so many seconds on one line, then on two. */
  public Figures run(int seconds) throws Exception {
    Figures figures = new Figures();
    for (int lines = 1; lines <= 2; lines++) {
      Sounds sounds = new Sounds();
      try (Terminal terminal = new Terminal()) {
        X800Simulator kit = new X800Simulator(AppClock.system(), 2, played -> {});
        kit.play(SimulatorScript.parse(script(lines, seconds)));
        terminal.play(kit);
        int wanted = lines;
        try (PhoneLink link = terminal.link(X800Driver.NAME, terminal, sounds)) {
          Terminal.await(seconds * 1_500L + 30_000, () -> sounds.ended.get() == wanted);
          figures.add("endState" + link.status().state(), 1);
        }
      }
      judge(figures, sounds, lines, seconds);
    }
    return figures;
  }

  private String script(int lines, int seconds) {
    String faults = cheats ? "drop 3\n" : "";
    String begin = "ring 1\ncaller 13812345678\nanswer\n";
    String second = lines == 2 ? "line 2\n" + begin : "";
    String end = lines == 2 ? "hangup\nline 1\nhangup\n" : "hangup\n";
    return begin + second + "speak 500\n" + faults + "speak " + seconds * 1000 + "\n" + end;
  }

  private static void judge(Figures figures, Sounds sounds, int lines, int seconds) {
    String rate = "at" + 16 * lines + "kB";
    figures.add(rate + "LostSamples", sounds.lost.get());
    if (sounds.lost.get() > 0) {
      figures.breach(sounds.lost + " samples were lost at " + rate);
    }
    if (sounds.calls.size() != lines) {
      figures.breach(sounds.calls.size() + " calls were heard at " + rate);
    }
    for (ByteArrayOutputStream call : sounds.calls.values()) {
      byte[] sound = call.toByteArray();
      long samples = sound.length / 2;
      figures.add(rate + "Samples", samples);
      long wrong = wrong(sound);
      figures.add(rate + "WrongSamples", wrong);
      if (wrong > 0 || samples < (long) seconds * Codec.SAMPLE_RATE) {
        figures.breach(wrong + " of " + samples + " samples are wrong at " + rate);
      }
    }
  }

  /** Samples that are not what was spoken; numbers run from the lifting of the handset. */
  private static long wrong(byte[] sound) {
    int samples = sound.length / 2;
    int most = 10 * Codec.SAMPLE_RATE;
    byte[] near = SpeechSound.made(0, 0, samples + most);
    byte[] far = SpeechSound.made(1, 0, samples + most);
    long best = samples;
    for (int from = 0; from <= most && best > 0; from += FRAME) {
      long wrong = 0;
      for (int i = 0; i < samples && wrong < best; i++) {
        wrong += sound[2 * i] == near[from + i] && sound[2 * i + 1] == far[from + i] ? 0 : 1;
      }
      best = Math.min(best, wrong);
    }
    return best;
  }

  /** Keeps the sound of every call. */
  private static final class Sounds implements CallListener {
    final Map<String, ByteArrayOutputStream> calls = new ConcurrentHashMap<>();
    final AtomicLong lost = new AtomicLong();
    final AtomicInteger ended = new AtomicInteger();

    @Override
    public void audio(Call call, AudioBlock block) {
      calls
          .computeIfAbsent(call.key(), key -> new ByteArrayOutputStream())
          .writeBytes(block.data());
    }

    @Override
    public void audioGap(Call call, long firstSample, long count) {
      lost.addAndGet(count);
    }

    @Override
    public void ended(Call call) {
      ended.incrementAndGet();
    }
  }
}
