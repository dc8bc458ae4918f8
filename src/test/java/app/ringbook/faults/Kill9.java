package app.ringbook.faults;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.store.StoreInspector;
import app.ringbook.store.file.FolderFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * {@code kill9}: a user's changes, killed at random moments. Nothing acknowledged may be missing,
 * no change may be there in part, and every row, index and foreign key must hold.
 */
final class Kill9 extends KillLoop {
  /** How the store lies. */
  enum Cheat {
    /** It does not. */
    NO,
    /** "Saved" is said before the journal and the commit. */
    EARLY,
    /** H2 as it comes, with its write delay and without our journal. */
    PLAIN_H2
  }

  private final Cheat cheat;
  private final Random random;

  Kill9(long seed, Cheat cheat) {
    super(seed);
    this.cheat = cheat;
    this.random = new Random(seed + 1);
  }

  @Override
  protected List<String> child(Path folder, long round) {
    List<String> command = new ArrayList<>();
    command.add((cheat == Cheat.PLAIN_H2 ? PlainWriter.class : CustomerWriter.class).getName());
    command.add(folder.toString());
    command.add(String.valueOf(round));
    if (cheat == Cheat.EARLY) {
      command.add("early");
    }
    return command;
  }

  /** Half the time a copy is opened, so that the next child meets the unclean folder itself. */
  @Override
  protected void verify(Path folder, List<String> lines, Figures figures) throws Exception {
    Path opened = folder;
    if (cheat == Cheat.NO && random.nextBoolean()) {
      opened = folder.resolveSibling("copy" + figures.count("kills"));
      copy(folder, opened);
    }
    look(opened, lines, figures);
    if (!opened.equals(folder)) {
      FolderFiles.delete(opened);
    }
  }

  private static void look(Path folder, List<String> lines, Figures figures) throws Exception {
    long start = System.nanoTime();
    try (Database database =
        Database.open(
            Database.Options.embedded(
                new AppFolders(folder), AppClock.system(), () -> "Verifier", () -> false),
            Progress.NONE)) {
      figures.opened((System.nanoTime() - start) / 1_000_000);
      figures.add("replayed", database.opened().replayedEntries());
      figures.add("rebuilt", database.opened().findings().isEmpty() ? 0 : 1);
      StoreInspector inspector = StoreInspector.read(folder);
      inspector.faults().forEach(figures::breach);
      figures.add("tableOrIndexFaults", inspector.faults().size());
      for (String line : lines) {
        if (line.startsWith("ack ")) {
          figures.add("looked", 1);
          String lost = inspector.missing(line.substring(4));
          if (lost != null) {
            figures.add("lost", 1);
            figures.breach("Acknowledged and lost: " + lost);
          }
        }
      }
      for (String torn : inspector.torn()) {
        figures.add("torn", 1);
        figures.breach("Torn: " + torn);
      }
    } catch (ProblemException e) {
      figures.add("failedOpens", 1);
      figures.breach("Did not open: " + e.getMessage());
    }
  }
}
