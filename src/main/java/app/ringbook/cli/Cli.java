package app.ringbook.cli;

import app.ringbook.cli.bench.BenchCommand;
import app.ringbook.cli.bench.CallStage;
import app.ringbook.cli.phone.CallsCommand;
import app.ringbook.cli.phone.DriversCommand;
import app.ringbook.cli.phone.ListenCommand;
import app.ringbook.cli.phone.PortsCommand;
import app.ringbook.cli.phone.SimulateCommand;
import app.ringbook.cli.phone.WhoCommand;
import app.ringbook.cli.session.CommandFailedException;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.cli.session.StartOptions;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * The command line. Exit codes: 0 done, 1 not done (one to three lines on standard error say what,
 * why and what to do), 2 wrong words, 3 done in part.
 */
@Command(name = "ringbook", mixinStandardHelpOptions = true, version = "0.1.0")
public final class Cli implements Runnable {
  private final PrintStream out;
  private final PrintStream err;
  private final Window window;

  @Mixin private StartOptions options = new StartOptions();

  /** Opens windows: the command line itself knows none. */
  public interface Window {
    /** Opens the main window and returns when it is closed, or was found open already. */
    int open(StartOptions options, Output output);

    /**
     * Plays the demonstration.
     *
     * @param screens where pictures go, or null
     * @param looks true to take every picture in both languages, light and dark
     * @param output where the steps are told
     */
    int demo(
        StartOptions options,
        @org.jspecify.annotations.Nullable Path screens,
        boolean looks,
        Output output);

    /** As {@link CallStage.Opener#open}: a window whose calls are timed. */
    void calls(StartOptions there, CallStage.Play play) throws Exception;
  }

  private Cli(PrintStream out, PrintStream err, Window window) {
    this.out = out;
    this.err = err;
    this.window = window;
  }

  /**
   * Runs the command the words name, or opens the window if they name none.
   *
   * @param opener opens the services on a data folder
   * @return the exit code
   */
  public static int run(
      String[] words,
      PrintStream out,
      PrintStream err,
      Function<StartOptions, House> opener,
      Window window) {
    Cli cli = new Cli(out, err, window);
    CommandLine line = new CommandLine(cli);
    Session session = new Session(cli::output, cli::options, opener);
    line.addSubcommand(new DemoCommand(session, window))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(new ExportCommand(session))
        .addSubcommand(new UndoCommand(session))
        .addSubcommand(new FindCommand(session))
        .addSubcommand(new WhoCommand(session))
        .addSubcommand(new CustomerCommand(session))
        .addSubcommand(new TimelineCommand(session))
        .addSubcommand(new CallsCommand(session))
        .addSubcommand(new ListenCommand(session))
        .addSubcommand(new PortsCommand(session))
        .addSubcommand(new DriversCommand(session))
        .addSubcommand(new SimulateCommand(session))
        .addSubcommand(new BackupCommand(session))
        .addSubcommand(new RestoreCommand(session))
        .addSubcommand(new CheckCommand(session))
        .addSubcommand(new BenchCommand(session, window::calls))
        .addSubcommand(new VersionCommand(session));
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, l, parsed) -> cli.failed(e));
    line.setParameterExceptionHandler(cli::wrongWords);
    return line.execute(words);
  }

  @Override
  public void run() {
    int code = window.open(options, output());
    if (code != Exit.DONE) {
      throw new CommandFailedException(code);
    }
  }

  private StartOptions options() {
    return options;
  }

  private Output output() {
    return new Output(out, err, options.json(), texts());
  }

  private Texts texts() {
    String language = options.language();
    return Texts.of(language == null ? Locale.getDefault().getLanguage() : language);
  }

  private int wrongWords(ParameterException e, String[] words) {
    err.println(e.getMessage());
    e.getCommandLine().usage(err);
    return Exit.WRONG_WORDS;
  }

  private int failed(Exception e) {
    Output output = output();
    switch (e) {
      case CommandFailedException failed -> {
        return failed.code();
      }
      case ProblemException problem -> {
        LoggerFactory.getLogger(Cli.class).warn("Command not done", problem);
        err.println(problem.sentence(texts()));
      }
      case CancellationException cancelled -> output.complain("cli.problem.cancelled");
      default -> {
        LoggerFactory.getLogger(Cli.class).error("Command failed", e);
        String why = e.getMessage();
        output.complain(
            "cli.problem.unexpected",
            why == null ? e.getClass().getSimpleName() : why,
            options.folders().logs().resolve("ringbook.log").toString());
      }
    }
    return Exit.FAILED;
  }
}
