package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.backup.Report;

/** How the result of a backup, a restore or a check is printed. */
final class Reports {
  private Reports() {}

  /**
   * Prints the report.
   *
   * @param goodKey sentence for a good one, with the file, the rows and the recordings
   * @return the exit code
   */
  static int print(Output output, Report report, String goodKey, String file) {
    long rows = report.tables().values().stream().mapToLong(Long::longValue).sum();
    if (output.json()) {
      output.object(
          Output.fields(
              "ok", report.ok(),
              "tables", report.tables(),
              "recordings", report.recordings(),
              "problems",
                  report.problems().stream().map(p -> p.sentence(output.texts())).toList()));
    } else if (report.ok()) {
      output.say(goodKey, file, rows, report.recordings());
    } else {
      output.say("cli.check.bad", report.problems().size());
      for (Finding problem : report.problems()) {
        output.line("  " + problem.sentence(output.texts()));
      }
    }
    return report.ok() ? Exit.DONE : Exit.FAILED;
  }
}
