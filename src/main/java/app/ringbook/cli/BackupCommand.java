package app.ringbook.cli;

import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.store.backup.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}: a verified copy of data and recordings. */
@Command(name = "backup", description = "Makes a verified copy of data and recordings.")
final class BackupCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    try (House house = session.open()) {
      Report report = house.backups().create(file.toAbsolutePath(), output.watched());
      return Reports.print(output, report, "cli.backup.done", file.toString());
    }
  }
}
