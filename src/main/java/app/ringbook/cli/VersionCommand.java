package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.store.sql.Versions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code version}: program, Java, database and schema. */
@Command(name = "version", description = "Shows the versions of program, Java, database and data.")
final class VersionCommand implements Callable<Integer> {
  private final Session session;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String program = Versions.program();
    String java = Runtime.version().toString();
    session
        .output()
        .result(
            Output.fields(
                "program",
                program,
                "java",
                java,
                "database",
                Versions.database(),
                "schema",
                Versions.schema()),
            "cli.version.line",
            program,
            java,
            Versions.database(),
            String.valueOf(Versions.schema()));
    return Exit.DONE;
  }
}
