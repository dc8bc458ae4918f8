package app.ringbook.cli;

import app.ringbook.cli.session.Session;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on sample data with a simulated kit. */
@Command(name = "demo", description = "Plays the main job on sample data with a simulated kit.")
final class DemoCommand implements Callable<Integer> {
  private final Session session;
  private final Cli.Window window;

  @Option(names = "--screens", paramLabel = "DIR")
  private @Nullable Path screens;

  @Option(names = "--looks", description = "Takes each picture in both languages, light and dark.")
  private boolean looks;

  DemoCommand(Session session, Cli.Window window) {
    this.session = session;
    this.window = window;
  }

  @Override
  public Integer call() {
    return window.demo(session.options(), screens, looks, session.output());
  }
}
