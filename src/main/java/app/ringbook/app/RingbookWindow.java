package app.ringbook.app;

import app.ringbook.cli.Cli;
import app.ringbook.cli.bench.CallStage;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.StartOptions;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Worker;
import app.ringbook.store.file.InstanceLock;
import app.ringbook.ui.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens windows for the command line. */
public final class RingbookWindow implements Cli.Window {
  /** Nothing is opened before one of the methods is called. */
  public RingbookWindow() {}

  @Override
  public int open(StartOptions options, Output output) {
    Optional<InstanceLock> lock = InstanceLock.take(options.folders().root(), List.of("window"));
    if (lock.isEmpty()) {
      output.say("cli.window.handedOver");
      return Exit.DONE;
    }
    InstanceLock held = lock.get();
    try (Worker later = new Worker("later-starts")) {
      Toolkit.run(
          end -> {
            WindowSession session = new WindowSession(options, new Stage(), held, end);
            later.execute(() -> held.serve(words -> Fx.later(session::comeForward)));
            session.start();
          });
    }
    return Exit.DONE;
  }

  @Override
  public int demo(StartOptions options, @Nullable Path screens, boolean looks, Output output) {
    boolean pictures = screens != null || looks || !Toolkit.hasDisplay();
    if (pictures) {
      Toolkit.headless();
    }
    Path target = screens == null ? defaultScreens() : screens;
    AtomicInteger code = new AtomicInteger(Exit.DONE);
    Path folder = throwAwayFolder();
    InstanceLock lock = InstanceLock.take(folder, List.of()).orElseThrow();
    try (Worker player = new Worker("demo")) {
      StartOptions there = new StartOptions(folder, options.language());
      Toolkit.run(
          end -> {
            WindowSession session = new WindowSession(there, new Stage(), lock, end);
            if (pictures) {
              session.startForPictures();
            } else {
              session.start();
            }
            Demo demo = new Demo(session, target, looks, output);
            player.execute(() -> play(session, demo, pictures, code));
          });
    } finally {
      delete(folder);
    }
    return code.get();
  }

  /** Always without a display: only there may every program read back what was painted. */
  @Override
  public void calls(StartOptions there, CallStage.Play play) throws Exception {
    Toolkit.headless();
    InstanceLock lock = InstanceLock.take(there.folders().root(), List.of()).orElseThrow();
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    try (Worker player = new Worker("bench-calls")) {
      Toolkit.run(
          end -> {
            long started = AppClock.system().nanoTime();
            WindowSession session = new WindowSession(there, new Stage(), lock, end);
            session.startForPictures();
            player.execute(() -> play(session, started, play, failure));
          });
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private static void play(
      WindowSession session,
      long started,
      CallStage.Play play,
      AtomicReference<@Nullable Exception> failure) {
    try {
      play.on(new WindowCallStage(session, started));
    } catch (Exception e) {
      failure.set(e);
    } finally {
      Fx.later(() -> session.stage().hide());
    }
  }

  private static void play(WindowSession session, Demo demo, boolean pictures, AtomicInteger code) {
    if (pictures) {
      code.set(demo.run());
      Fx.later(() -> session.stage().hide());
    } else {
      demo.keepCalling();
    }
  }

  /** Beside the program, so that the pictures are found again. */
  private static Path defaultScreens() {
    Path home = Path.of(System.getProperty("ringbook.home", "."));
    return home.resolve("screens");
  }

  private static Path throwAwayFolder() {
    try {
      return Files.createTempDirectory("ringbook-demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
