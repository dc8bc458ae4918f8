package app.ringbook.faults.serial;

import app.ringbook.faults.Figures;
import app.ringbook.platform.AppClock;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.x800.X800Driver;
import app.ringbook.telephony.driver.x800.X800Simulator;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.simulator.SimulatorScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/**
 * {@code unplug}: the plug is pulled while a call is recorded and put back under another number.
 * Seen within a second, ready again within three, the recording plays, nothing is left behind.
 */
public final class Unplug {
  private static final int WARM_UP = 3;
  private static final long MOST_LOST_MILLIS = 1_000;
  private static final long MOST_READY_MILLIS = 3_000;
  private static final long MOST_GROWTH_KB = 5 << 10;
  private static final long MOST_HANDLES = 3;

  private final Random random;
  private final boolean cheats;

  /**
   * @param cheats whether recordings are thrown away when the plug is pulled
   */
  public Unplug(long seed, boolean cheats) {
    this.random = new Random(seed);
    this.cheats = cheats;
  }

  /** Pulls the plug so many times. */
  public Figures run(int rounds) throws Exception {
    Figures figures = new Figures();
    Path folder = Files.createTempDirectory("ringbook-unplug-");
    try (CallRecorder recorder = new CallRecorder(() -> folder, AppClock.system());
        Terminal terminal = new Terminal()) {
      Desk desk = new Desk(recorder);
      X800Simulator kit = new X800Simulator(AppClock.system(), 1, desk::played);
      terminal.play(kit);
      long handles = 0;
      long heap = 0;
      long threads = 0;
      try (PhoneLink link = terminal.link(X800Driver.NAME, terminal, desk)) {
        for (int i = 0; i < rounds + WARM_UP && figures.breaches().size() < 10; i++) {
          if (i == WARM_UP) {
            handles = Terminal.handles();
            heap = Terminal.heapKilobytes();
            threads = Terminal.threads();
          }
          Terminal.await(10_000, () -> link.status().state() == LinkStatus.State.READY);
          round(kit, terminal, desk, folder, figures, i >= WARM_UP);
        }
        Terminal.await(5_000, () -> link.status().state() == LinkStatus.State.READY);
        level(figures, "Handles", Terminal.handles() - handles, MOST_HANDLES);
        level(figures, "Threads", Terminal.threads() - threads, 0);
        level(figures, "HeapKb", Terminal.heapKilobytes() - heap, MOST_GROWTH_KB);
      }
      Terminal.await(5_000, () -> Terminal.threads() == 0);
      level(figures, "ThreadsLeft", Terminal.threads(), 0);
    } finally {
      FolderFiles.delete(folder);
    }
    return figures;
  }

  private void round(
      X800Simulator kit,
      Terminal terminal,
      Desk desk,
      Path folder,
      Figures figures,
      boolean counted)
      throws Exception {
    desk.round = new CountDownLatch(1);
    desk.sound = null;
    desk.pulledNanos = 0;
    desk.lostNanos = 0;
    desk.readyNanos = 0;
    String script =
        "ring 1\ncaller 13812345678\nanswer\nspeak %d\nunplug %d\nspeak 300\nhangup\n"
            .formatted(200 + random.nextInt(600), 100 + random.nextInt(700));
    synchronized (kit) {
      kit.play(SimulatorScript.parse(script));
    }
    boolean over = desk.round.await(30, TimeUnit.SECONDS);
    if (!counted) {
      return;
    }
    figures.add("cycles", 1);
    long lost = (desk.lostNanos - desk.pulledNanos) / 1_000_000;
    long ready = (desk.readyNanos - terminal.pluggedNanos) / 1_000_000;
    figures.most("mostMillisToLost", lost);
    figures.most("mostMillisToReady", ready);
    if (!over || desk.lostNanos == 0 || lost > MOST_LOST_MILLIS) {
      figures.breach("Lost was seen after " + lost + " ms");
    }
    if (desk.readyNanos == 0 || ready > MOST_READY_MILLIS) {
      figures.breach("Ready again after " + ready + " ms");
    }
    play(folder, desk.sound, figures);
  }

  private static void play(Path folder, @Nullable Recording sound, Figures figures)
      throws IOException {
    if (sound == null) {
      figures.breach("Nothing was recorded");
      return;
    }
    Path file = folder.resolve(sound.relativePath());
    try (AudioInputStream heard = AudioSystem.getAudioInputStream(file.toFile())) {
      figures.add("playable", heard.getFrameLength() > 0 ? 1 : 0);
      if (heard.getFrameLength() < 8 * 300) {
        figures.breach("Only " + heard.getFrameLength() + " samples are in " + file);
      }
    } catch (UnsupportedAudioFileException e) {
      figures.breach(file + " does not play: " + e.getMessage());
    }
  }

  private static void level(Figures figures, String what, long growth, long most) {
    figures.add("more" + what, growth);
    if (growth > most) {
      figures.breach(growth + " more " + what);
    }
  }

  /** Records as the desk does and notes when what was seen. */
  private final class Desk implements CallListener {
    private final CallRecorder recorder;
    private @Nullable RecordingInProgress running;
    volatile CountDownLatch round = new CountDownLatch(1);
    volatile @Nullable Recording sound;
    volatile long pulledNanos;
    volatile long lostNanos;
    volatile long readyNanos;

    Desk(CallRecorder recorder) {
      this.recorder = recorder;
    }

    void played(app.ringbook.telephony.simulator.Simulator.Played played) {
      if (played.event().equals("unplug")) {
        pulledNanos = System.nanoTime();
      }
    }

    @Override
    public void linkChanged(LinkStatus status) {
      if (status.state() == LinkStatus.State.LOST && lostNanos == 0) {
        lostNanos = System.nanoTime();
        running = cheats ? null : running;
      } else if (status.state() == LinkStatus.State.READY && lostNanos != 0) {
        readyNanos = readyNanos == 0 ? System.nanoTime() : readyNanos;
      }
    }

    @Override
    public void audio(Call call, AudioBlock block) {
      if (running == null && !(cheats && lostNanos != 0)) {
        running = recorder.start(call.key(), block.codec(), block.channels());
      }
      if (running != null) {
        running.append(block);
      }
    }

    @Override
    public void audioGap(Call call, long firstSample, long count) {
      if (running != null) {
        running.gap(firstSample, count);
      }
    }

    @Override
    public void ended(Call call) {
      sound = running == null ? null : running.finish().orElse(null);
      running = null;
      round.countDown();
    }
  }
}
