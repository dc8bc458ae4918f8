package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.ProblemException;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timeline ID}: what happened with a customer, newest first. */
@Command(name = "timeline", description = "Shows a customer's timeline, newest first.")
final class TimelineCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID")
  private long id;

  @Option(names = "--kind", paramLabel = "K")
  private @Nullable String kind;

  @Option(names = "--limit", paramLabel = "N")
  private int limit = 50;

  TimelineCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    Set<TimelineKind> kinds = kinds();
    try (House house = session.open()) {
      if (house.customers().byId(id).isEmpty()) {
        throw new ProblemException("cli.problem.noCustomer", String.valueOf(id));
      }
      for (TimelineEntry entry : house.timeline().read(id, kinds, null, limit)) {
        print(output, entry);
      }
    }
    return Exit.DONE;
  }

  private Set<TimelineKind> kinds() {
    if (kind == null) {
      return EnumSet.allOf(TimelineKind.class);
    }
    try {
      return EnumSet.of(TimelineKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          e, "cli.problem.noKind", kind, EnumSet.allOf(TimelineKind.class).toString());
    }
  }

  private static void print(Output output, TimelineEntry entry) {
    if (output.json()) {
      output.object(
          Output.fields(
              "at", entry.at(),
              "kind", Output.word(entry.kind()),
              "title", entry.title(),
              "detail", entry.detail(),
              "by", entry.actor(),
              "source", entry.source(),
              "ref", entry.ref()));
      return;
    }
    String title =
        entry.title().isEmpty() ? output.texts().text(entry.kind().key()) : entry.title();
    String detail = entry.detail() == null ? "" : "  " + entry.detail();
    output.line(entry.at() + "  " + title + detail);
  }
}
