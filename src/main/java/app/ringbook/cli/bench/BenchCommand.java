package app.ringbook.cli.bench;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.ProblemException;
import app.ringbook.sample.Generator;
import app.ringbook.telephony.serial.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: ours beside the others, as ratios of one run. */
@Command(name = "bench", description = "Measures ours beside other ways, as ratios of one run.")
public final class BenchCommand implements Callable<Integer> {
  private static final List<String> NAMES = List.of("caller", "popup");
  private static final long SEED = 42;
  private final Session session;

  @Parameters(paramLabel = "NAME", arity = "0..1")
  private @Nullable String name;

  @Option(names = "--customers", paramLabel = "N", defaultValue = "100000")
  private int customers = 100_000;

  /** Runs in this session. */
  public BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (name != null && !NAMES.contains(name)) {
      throw new ProblemException("cli.problem.noBench", name, String.join(", ", NAMES));
    }
    Output output = session.output();
    Path folder = Files.createTempDirectory("ringbook-bench");
    List<BenchResult> results = new ArrayList<>();
    try (House house = session.open(folder)) {
      new Generator(house.database(), house.customers(), house.clock())
          .generate(customers, SEED, output.watched());
      output.progressDone();
      house.callerIndex().load(output.watched());
      List<BenchMapper.Line> numbers =
          house.database().read(BenchMapper.class, BenchMapper::numbers);
      run(house, numbers, folder, results);
    } catch (NoClassDefFoundError e) {
      throw new ProblemException(e, "cli.problem.benchParts");
    } finally {
      delete(folder);
    }
    print(output, results);
    return Exit.DONE;
  }

  private void run(
      House house, List<BenchMapper.Line> numbers, Path folder, List<BenchResult> results)
      throws Exception {
    try (Rivals rivals = new Rivals(folder, numbers)) {
      if (name == null || name.equals("caller")) {
        results.addAll(new CallerBench(house, numbers).run(rivals));
      }
      if ((name == null || name.equals("popup")) && PseudoTerminal.supported()) {
        results.addAll(new PopupBench(house, numbers).run(rivals));
      }
    }
  }

  private static void print(Output output, List<BenchResult> results) {
    if (output.json()) {
      output.object(Output.fields("results", results));
      return;
    }
    for (BenchResult one : results) {
      output.say("cli.bench.line", one.name(), one.ours(), one.other(), one.ratio(), one.unit());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
