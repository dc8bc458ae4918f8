package app.ringbook.testkit;

import app.ringbook.platform.Texts;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Language;
import app.ringbook.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * A test of a screen: one toolkit for all tests, without a display, with the real theme. A test
 * shows a node, acts through {@link #user} and asserts what a person sees. The test method runs on
 * its own thread: nodes are made and read inside {@link #onFx}.
 */
public abstract class FxTest {
  private static @Nullable Theme theme;
  private static final Language LANGUAGE = new Language(Texts.ENGLISH);
  private @Nullable Stage stage;

  /** The language of the test; English unless the test switches it. */
  protected static Language language() {
    return LANGUAGE;
  }

  /** The theme of all tests; light unless the test switches it by {@link #dark}. */
  protected static Theme theme() {
    Theme present = theme;
    if (present == null) {
      throw new IllegalStateException("The toolkit has not started");
    }
    return present;
  }

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    if (theme != null) {
      return;
    }
    CountDownLatch started = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(started::countDown);
    if (!started.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("JavaFX did not start");
    }
    fx(() -> Thread.currentThread().setUncaughtExceptionHandler(FxTest::failed));
    CssWarnings.listen();
    theme = new Theme(LANGUAGE);
    onFx(
        () -> {
          theme().install(settings(AppearanceSettings.Theme.LIGHT));
          return true;
        });
  }

  /** False for tests that ask for complaints themselves, before they take their windows away. */
  protected boolean complaintsCount() {
    return true;
  }

  @AfterEach
  void closeStage() {
    onFx(
        () -> {
          for (var window : List.copyOf(Window.getWindows())) {
            window.hide();
          }
          stage = null;
          LANGUAGE.speak(Texts.ENGLISH);
          theme().look(settings(AppearanceSettings.Theme.LIGHT));
          return true;
        });
    if (complaintsCount()) {
      CssWarnings.expectNone();
    } else {
      CssWarnings.take();
    }
  }

  /** Runs on the window's thread and hands back the result; what it throws fails the test. */
  protected static <T> T onFx(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Fx.now(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException || e.getCause() instanceof Error) {
        throw sneaky(e.getCause());
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("The window's thread does not answer", e);
    }
  }

  /** As {@link #onFx(Callable)} for work without a result. */
  protected static void fx(Runnable work) {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  /** Shows the node 960 by 700; the last one shown goes. */
  protected Stage show(Node node) {
    return show(node, 960, 700);
  }

  /** Shows the node in this size; the screen is 1000 by 1000. */
  protected Stage show(Node node, double width, double height) {
    return onFx(
        () -> {
          Parent root = node instanceof Parent parent ? parent : new StackPane(node);
          return shown(new Scene(root, width, height));
        });
  }

  /** Shows a scene that was made elsewhere, such as a whole window's. */
  protected Stage show(Scene scene) {
    return onFx(() -> shown(scene));
  }

  private Stage shown(Scene scene) {
    if (stage != null) {
      stage.hide();
    }
    Stage fresh = new Stage();
    fresh.setScene(scene);
    fresh.show();
    Parent root = scene.getRoot();
    fresh.requestFocus();
    root.applyCss();
    root.layout();
    stage = fresh;
    return fresh;
  }

  /** The stage of the last {@link #show}. */
  protected Stage stage() {
    Stage present = stage;
    if (present == null) {
      throw new IllegalStateException("Nothing is shown");
    }
    return present;
  }

  /** Acts as a person in front of the shown stage. */
  protected FxUser user() {
    return new FxUser(this::stage);
  }

  /** Switches between the dark and the light colours. */
  protected static void dark(boolean dark) {
    fx(
        () ->
            theme()
                .look(
                    settings(
                        dark ? AppearanceSettings.Theme.DARK : AppearanceSettings.Theme.LIGHT)));
  }

  /** Switches the language. */
  protected static void speak(Texts texts) {
    fx(() -> LANGUAGE.speak(texts));
  }

  /** Writes a picture of the shown stage to {@code target/screens/<name>.png}. */
  protected Path snapshot(String name) {
    return onFx(() -> write(stage().getScene().snapshot(null), name));
  }

  /** A picture of a scene that no screen shows, so that it may be 1440 by 900. */
  protected static Path picture(Scene scene, String name) {
    fx(() -> scene.snapshot(null));
    settle();
    return onFx(() -> write(scene.snapshot(null), name));
  }

  /** As the other one, of a node alone; the picture may be larger than the screen it stands on. */
  protected static Path picture(Parent root, double width, double height, String name) {
    boolean shown = onFx(() -> root.getScene() != null);
    if (!shown) {
      return picture(onFx(() -> new Scene(root, width, height)), name);
    }
    fx(() -> layOut(root, width, height));
    settle();
    return onFx(
        () -> {
          layOut(root, width, height);
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setViewport(new Rectangle2D(0, 0, width, height));
          return write(root.snapshot(parameters, null), name);
        });
  }

  private static void layOut(Parent root, double width, double height) {
    root.applyCss();
    root.resize(width, height);
    root.layout();
  }

  /** Waits until the window's thread has done what is queued and two frames were laid out. */
  protected static void settle() {
    fx(FxTest::layOutWindows);
    CountDownLatch frames = new CountDownLatch(2);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.countDown();
          }
        };
    fx(timer::start);
    try {
      if (!frames.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("No frame is drawn");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      fx(timer::stop);
    }
    fx(FxTest::layOutWindows);
  }

  private static void layOutWindows() {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window.getScene() != null) {
        window.getScene().getRoot().applyCss();
        window.getScene().getRoot().layout();
      }
    }
  }

  private static Path write(WritableImage image, String name) {
    BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
    Path file = Path.of("target", "screens", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static AppearanceSettings settings(AppearanceSettings.Theme theme) {
    return new AppearanceSettings("en", theme, true, "", "", true);
  }

  /**
   * JavaFX's own windowless screen does not cut off a frame that was drawn before its window moved
   * and now reaches below the screen; it throws while it copies it. Everything else is a failure.
   */
  private static void failed(Thread thread, Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    boolean frame =
        failure instanceof IndexOutOfBoundsException
            && Arrays.stream(stack)
                .anyMatch(
                    at ->
                        at.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow")
                            && at.getMethodName().equals("blit"));
    Thread.UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();
    if (!frame && others != null) {
      others.uncaughtException(thread, failure);
    } else if (!frame) {
      thread.getThreadGroup().uncaughtException(thread, failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable e) throws E {
    throw (E) e;
  }
}
