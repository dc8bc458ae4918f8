package app.ringbook.app;

import app.ringbook.cli.session.Output;
import app.ringbook.platform.AppClock;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.AppearanceSettings.Theme;
import app.ringbook.ui.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the demonstration reaches the screens: finds what a person sees, presses it, takes pictures.
 */
final class DemoStage {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStage.class);
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long LOOK_NANOS = 30_000_000L;
  private static final int SETTLE_LOOKS = 20;

  private final WindowSession session;
  private final Path folder;
  private final boolean looks;
  private final Output output;
  private final AppClock clock = AppClock.system();
  private final List<String> screens = new ArrayList<>();
  private final List<Object> steps = new ArrayList<>();
  private boolean good = true;

  /**
   * @param folder for the pictures
   * @param looks true to take every picture in both languages, light and dark
   */
  DemoStage(WindowSession session, Path folder, boolean looks, Output output) {
    this.session = session;
    this.folder = folder;
    this.looks = looks;
    this.output = output;
  }

  /** What a step does; what it throws ends the demonstration. */
  @FunctionalInterface
  interface Part {
    void play() throws Exception;
  }

  /** Plays a step and tells how it went; after a failure the others are left out. */
  void step(String name, Part part) {
    if (!good) {
      return;
    }
    long start = clock.nanoTime();
    try {
      part.play();
    } catch (Exception | AssertionError e) {
      LOG.error("Step {} failed", name, e);
      output.complain("cli.demo.failed", name, String.valueOf(e.getMessage()));
      good = false;
    }
    long millis = (clock.nanoTime() - start) / 1_000_000;
    steps.add(Output.fields("step", name, "ok", good, "millis", millis));
    if (!output.json()) {
      output.say("cli.demo.step", good ? "ok" : "--", name, millis);
    }
  }

  /** Tells the result; true if every step went well. */
  boolean finish() {
    if (output.json()) {
      output.object(Output.fields("screens", screens, "steps", steps));
    } else {
      output.say("cli.demo.screens", folder.toAbsolutePath().normalize().toString());
    }
    return good;
  }

  void must(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("expected: " + what);
    }
  }

  /** Waits until a condition, asked on this thread, holds. */
  void await(String what, BooleanSupplier condition) {
    long start = clock.nanoTime();
    while (!condition.getAsBoolean()) {
      must(clock.nanoTime() - start < PATIENCE_NANOS, what + " within a minute");
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Lets pages load and fades end: the picture has been the same for a while. */
  void settle() {
    for (int i = 0; i < SETTLE_LOOKS; i++) {
      onFx(() -> {});
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  void open(Place place) {
    onFx(() -> session.window().tools().navigation().open(place));
  }

  /** Presses the button with this text. */
  void press(String key) {
    String text = session.window().tools().language().now(key);
    Optional<Node> button =
        OnFx.get(() -> find(root(), n -> n instanceof Button b && text.equals(b.getText())));
    must(button.isPresent(), "a button " + text);
    onFx(() -> ((Button) button.orElseThrow()).fire());
  }

  /** True if a text can be read in the window. */
  boolean shows(String key) {
    String text = session.window().tools().language().now(key);
    return OnFx.get(() -> find(root(), n -> n instanceof Labeled l && text.equals(l.getText())))
        .isPresent();
  }

  /** True if the pop-up is there and says something. */
  boolean popupSays(String part) {
    return OnFx.get(
        () ->
            session.screens().phone().popup().showing()
                && find(
                        session.screens().phone().popup().node(),
                        n -> n instanceof Labeled l && String.valueOf(l.getText()).contains(part))
                    .isPresent());
  }

  /** Keeps a picture of the window. */
  void picture(String name) {
    take(name, () -> session.stage().getScene().snapshot(null));
  }

  /** Keeps a picture of the pop-up. */
  void picturePopup(String name) {
    take(name, () -> session.screens().phone().popup().node().snapshot(null, null));
  }

  /** Keeps what is seen now, or four pictures of it: how it looked before is put back. */
  private void take(String name, Callable<WritableImage> picture) {
    if (!looks) {
      save(name, OnFx.get(picture));
      return;
    }
    AppearanceSettings before = session.settings().appearance();
    for (String language : List.of("en", "zh")) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        look(before.withLanguage(language).withTheme(theme));
        save(
            name + "-" + language + "-" + theme.name().toLowerCase(Locale.ROOT), OnFx.get(picture));
      }
    }
    look(before);
  }

  private void look(AppearanceSettings wanted) {
    session
        .settings()
        .changeAppearance(a -> a.withLanguage(wanted.language()).withTheme(wanted.theme()));
    settle();
  }

  void onFx(Runnable task) {
    OnFx.run(task);
  }

  private Parent root() {
    return session.stage().getScene().getRoot();
  }

  private static Optional<Node> find(Node from, Predicate<Node> wanted) {
    if (!from.isVisible()) {
      return Optional.empty();
    }
    if (wanted.test(from)) {
      return Optional.of(from);
    }
    if (from instanceof Parent parent) {
      return parent.getChildrenUnmodifiable().stream()
          .map(child -> find(child, wanted))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private void save(String name, WritableImage image) {
    Path file = folder.resolve(name + ".png").toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      ImageIO.setUseCache(false);
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
      screens.add(file.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
