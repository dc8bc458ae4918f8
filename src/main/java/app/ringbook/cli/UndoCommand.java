package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Database;
import app.ringbook.store.Database.Undone;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code undo}: takes the last change back, or the named one. */
@Command(name = "undo", description = "Takes the last change back, or the named one.")
final class UndoCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--import", paramLabel = "ID")
  private @Nullable Long importId;

  @Option(names = "--change", paramLabel = "ID")
  private @Nullable Long changeId;

  UndoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    Undone undone;
    try (House house = session.open()) {
      undone = undo(house);
    }
    if (output.json()) {
      output.object(
          Output.fields(
              "undone",
              undone.undone(),
              "kept",
              undone.kept().stream().map(kept -> json(output, kept)).toList()));
    } else {
      output.say("cli.undo.done", undone.undone().size(), undone.kept().size());
      undone.kept().forEach(k -> output.say("cli.undo.kept", record(k), why(output, k)));
    }
    return undone.kept().isEmpty() ? Exit.DONE : Exit.PARTLY;
  }

  private Undone undo(House house) {
    if (importId != null) {
      return house.imports().line().undo(importId);
    }
    if (changeId != null) {
      Undone undone = house.database().undo(changeId);
      if (undone.undone().isEmpty() && undone.kept().isEmpty()) {
        throw new ProblemException("cli.problem.nothingToUndo");
      }
      return undone;
    }
    return house.undoLast().orElseThrow(() -> new ProblemException("cli.problem.nothingToUndo"));
  }

  private static Map<String, @Nullable Object> json(Output output, Database.Kept kept) {
    return Output.fields("record", record(kept), "why", why(output, kept));
  }

  private static String record(Database.Kept kept) {
    return kept.table() + " " + kept.id();
  }

  private static String why(Output output, Database.Kept kept) {
    return output.texts().text(kept.why());
  }
}
