package app.ringbook.cli.phone;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AtExit;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Subscription;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.telephony.simulator.SimulatorRun;
import app.ringbook.telephony.simulator.SimulatorScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate DRIVER}: plays a kit on a port, or on a pseudo-terminal of its own. */
@Command(name = "simulate", description = "Plays a phone kit on a port.")
public final class SimulateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DRIVER")
  private String driverName = "";

  @Option(names = "--script", paramLabel = "FILE")
  private @Nullable Path script;

  @Option(names = "--port", paramLabel = "PATH")
  private @Nullable String port;

  /** Runs in this session. */
  public SimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Output output = session.output();
    AppClock clock = AppClock.system();
    PhoneDriver driver =
        Drivers.byName(driverName)
            .orElseThrow(
                () -> new ProblemException("cli.problem.noDriver", driverName, Session.drivers()));
    if (port == null && !PseudoTerminal.supported()) {
      throw new ProblemException("cli.problem.noPty");
    }
    Simulator simulator =
        Drivers.simulator(driverName, clock, played -> tell(output, clock, played)).orElseThrow();
    simulator.play(script());
    AtomicBoolean stop = new AtomicBoolean();
    Subscription end = AtExit.run(() -> stop.set(true));
    new SimulatorRun(simulator, () -> plug(output, driver), clock)
        .run(() -> stop.get() || simulator.idle());
    end.close();
    return Exit.DONE;
  }

  private SimulatorScript script() {
    if (script == null) {
      return SimulatorScript.standard();
    }
    try {
      return SimulatorScript.parse(Files.readString(script));
    } catch (IOException e) {
      throw new ProblemException(e, "cli.problem.script", script.toString());
    }
  }

  private SerialLine plug(Output output, PhoneDriver driver) throws IOException {
    if (port != null) {
      try {
        return new SerialPorts().open(port, "", driver.lineSettings());
      } catch (LineException e) {
        throw new ProblemException(e, e.reasonKey(), e.arguments().toArray());
      }
    }
    PseudoTerminal terminal = new PseudoTerminal();
    if (output.json()) {
      output.object(Output.fields("event", "port", "path", terminal.path()));
    } else {
      // Alone on its line, so that a script can read it.
      output.line(terminal.path());
    }
    return terminal;
  }

  private static void tell(Output output, AppClock clock, Simulator.Played played) {
    if (output.json()) {
      output.object(
          Output.fields(
              "at", clock.now(),
              "event", played.event(),
              "line", played.line(),
              "detail", played.detail()));
    } else {
      output.line(played.line() + " " + played.event() + " " + played.detail());
    }
  }
}
