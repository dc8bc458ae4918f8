package app.ringbook.cli.bench;

import app.ringbook.cli.bench.book.ImportSpeed;
import app.ringbook.cli.bench.book.ReadSpeed;
import app.ringbook.cli.bench.book.UndoSpeed;
import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.cli.session.StartOptions;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.sample.Generator;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.serial.PseudoTerminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: ours beside the others, as ratios of one run. */
@Command(name = "bench", description = "Measures ours beside other ways, as ratios of one run.")
public final class BenchCommand implements Callable<Integer> {
  private static final List<String> NAMES =
      List.of("caller", "call", "find", "play", "list", "import", "read", "undo");
  private static final long SEED = 42;
  private final Session session;
  private final CallStage.Opener window;
  private final List<BenchResult> results = new ArrayList<>();
  private CallStage.@Nullable Start start;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description =
          "caller: who has a number. call: from the wire to the painted pop-up. find: type-ahead."
              + " list: the list of customers. play: from the press of play to the sound."
              + " import: half as many customers again, new ones. read: so many rows of a sheet."
              + " undo: half as many rows imported and taken back.")
  private @Nullable String name;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many customers to measure with; ${DEFAULT-VALUE} unless said.")
  private int customers = 20_000;

  @Option(
      names = "--book",
      paramLabel = "DIR",
      description = "Measures on a copy of this data folder instead of invented customers.")
  private @Nullable Path book;

  /**
   * Runs in this session.
   *
   * @param window opens the window whose calls are timed
   */
  public BenchCommand(Session session, CallStage.Opener window) {
    this.session = session;
    this.window = window;
  }

  @Override
  public Integer call() throws Exception {
    if (name != null && !NAMES.contains(name)) {
      throw new ProblemException("cli.problem.noBench", name, String.join(", ", NAMES));
    }
    if ("call".equals(name) && !PseudoTerminal.supported()) {
      throw new ProblemException("cli.problem.noPty");
    }
    try (BenchFolder own = BenchFolder.make()) {
      if ("read".equals(name)) {
        results.addAll(new ReadSpeed(own.path()).run(customers));
      }
      if (wanted("play")) {
        results.addAll(new PlayBench(own.path(), AppClock.system()).run());
      }
      if (wanted("caller")
          || wanted("call")
          || wanted("find")
          || wanted("list")
          || "import".equals(name)
          || "undo".equals(name)) {
        if (book != null) {
          own.takeCopy(book);
        }
        run(own.path());
      }
    }
    print(session.output());
    return Exit.DONE;
  }

  private void run(Path folder) throws Exception {
    if ("find".equals(name)) {
      find(folder);
      return;
    } else if ("list".equals(name)) {
      list(folder);
      return;
    } else if ("import".equals(name) || "undo".equals(name)) {
      importInto(folder, "undo".equals(name));
      return;
    }
    try (Rivals rivals = new Rivals(folder)) {
      List<CallQuestion> questions = prepare(rivals, folder);
      if (wanted("call") && PseudoTerminal.supported()) {
        calls(rivals, questions, folder);
      }
    } catch (NoClassDefFoundError e) {
      throw new ProblemException(e, "cli.problem.benchParts");
    }
  }

  /** Makes the customers, gives the rivals the same, and measures what needs no window. */
  private List<CallQuestion> prepare(Rivals rivals, Path folder) throws Exception {
    Output output = session.output();
    try (House house = session.open(folder)) {
      invent(house);
      house.callerIndex().load(output.watched());
      List<BenchMapper.Line> numbers = BenchNumbers.share(house, rivals);
      if (wanted("caller")) {
        results.addAll(new CallerBench(house, numbers).run(rivals));
      }
      if (wanted("find")) {
        results.addAll(new FindBench(house, folder).run());
      }
      if (wanted("list")) {
        results.addAll(new ListBench(house, folder).run());
      }
      // The window makes the backup of the day when it opens, and that is not to be measured.
      house.backups().automatic(output.watched());
      return CallQuestion.draw(house, numbers, rivals, 2 * CallBench.CALLS);
    }
  }

  private void find(Path folder) throws Exception {
    try (House house = session.open(folder)) {
      invent(house);
      results.addAll(new FindBench(house, folder).run());
    } catch (NoClassDefFoundError e) {
      throw new ProblemException(e, "cli.problem.benchParts");
    }
  }

  private void list(Path folder) throws Exception {
    try (House house = session.open(folder)) {
      invent(house);
      results.addAll(new ListBench(house, folder).run());
    } catch (NoClassDefFoundError e) {
      throw new ProblemException(e, "cli.problem.benchParts");
    }
  }

  private void importInto(Path folder, boolean andUndo) throws Exception {
    try (House house = session.open(folder)) {
      invent(house);
    }
    results.addAll(
        andUndo
            ? new UndoSpeed(session::open, folder).run(customers / 2)
            : new ImportSpeed(session::open, folder).run(customers / 2));
  }

  private void invent(House house) {
    if (book == null) {
      new Generator(house.database(), house.customers(), house.clock())
          .generate(customers, SEED, session.output().watched());
      session.output().progressDone();
    }
  }

  private void calls(Rivals rivals, List<CallQuestion> questions, Path folder) throws Exception {
    try (PseudoTerminal kit = new PseudoTerminal()) {
      try (House house = session.open(folder)) {
        house
            .settings()
            .changePhone(
                phone ->
                    phone.withKits(
                        List.of(new PhoneSettings.Kit(CallBench.DRIVER, kit.path(), ""))));
      }
      window.open(
          new StartOptions(folder, session.options().language()),
          stage -> {
            start = stage.start();
            results.addAll(new CallBench(questions, rivals, kit, folder).run(stage));
          });
    }
  }

  private boolean wanted(String bench) {
    return name == null || name.equals(bench);
  }

  private void print(Output output) {
    if (output.json()) {
      output.object(Output.fields("results", results, "start", start));
      return;
    }
    for (BenchResult one : results) {
      output.say("cli.bench.line", one.name(), one.ours(), one.other(), one.ratio(), one.unit());
    }
    if (start != null) {
      output.say("cli.bench.start", start.lineMillis(), start.loadedMillis());
    }
  }
}
