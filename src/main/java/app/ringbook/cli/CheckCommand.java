package app.ringbook.cli;

import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.DataCheck;
import app.ringbook.store.backup.BackupMaker;
import app.ringbook.store.backup.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check}: database, journal, and every recording against its checksum. */
@Command(name = "check", description = "Checks database, journal and recordings.")
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--repair",
      description = "Builds a damaged database anew from the newest backup and the journal.")
  private boolean repair;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    try {
      Report report = check(output);
      if (report.ok() || !repair) {
        return Reports.print(output, report, "cli.check.good", "");
      }
    } catch (ProblemException e) {
      if (!repair) {
        throw e;
      }
    }
    DataCheck.repair(
        session.options().folders(), BackupMaker.stamp(AppClock.system()), output.watched());
    return Reports.print(output, check(output), "cli.check.good", "");
  }

  private Report check(Output output) {
    try (House house = session.open()) {
      return new DataCheck(house.database(), house.recordings().path(), house.folders().files())
          .run(output.watched());
    }
  }
}
