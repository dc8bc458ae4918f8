package app.ringbook.cli;

import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.AppClock;
import app.ringbook.store.backup.Report;
import app.ringbook.store.backup.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code restore FILE}: a backup back in its place, after checking it. */
@Command(
    name = "restore",
    description = "Puts a backup in the place of the data, after checking it.")
final class RestoreCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    Report report =
        Restore.run(
            file.toAbsolutePath(),
            session.options().folders(),
            AppClock.system(),
            output.watched());
    return Reports.print(output, report, "cli.restore.done", file.toString());
  }
}
