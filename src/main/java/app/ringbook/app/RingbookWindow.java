package app.ringbook.app;

import app.ringbook.cli.Cli;
import app.ringbook.cli.Output;
import app.ringbook.cli.StartOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens windows for the command line. */
public final class RingbookWindow implements Cli.Window {
  /** Nothing is opened before one of the methods is called. */
  public RingbookWindow() {}

  @Override
  public int open(StartOptions options) {
    Toolkit.run(end -> new WindowSession(options, end).start());
    return Cli.DONE;
  }

  @Override
  public int demo(StartOptions options, @Nullable Path screens, Output output) {
    return Cli.DONE;
  }
}
