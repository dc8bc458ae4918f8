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
import app.ringbook.telephony.network.ListeningPort;
import app.ringbook.telephony.network.TcpAddress;
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
  private static final int ACCEPT_MILLIS = 50;
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
    boolean network = driver.lineSettings().overNetwork();
    if (port == null && !network && !PseudoTerminal.supported()) {
      throw new ProblemException("cli.problem.noPty");
    }
    Simulator simulator =
        Drivers.simulator(driverName, clock, played -> tell(output, clock, played)).orElseThrow();
    simulator.play(script());
    AtomicBoolean stop = new AtomicBoolean();
    Subscription end = AtExit.run(() -> stop.set(true));
    try (ListeningPort door = network ? listen(output, driver) : null) {
      SimulatorRun.Plug plug =
          door == null ? () -> plug(output, driver) : () -> door.accept(ACCEPT_MILLIS);
      new SimulatorRun(simulator, plug, clock).run(() -> stop.get() || simulator.idle());
    }
    end.close();
    return Exit.DONE;
  }

  /** A kit in the network is a server: it listens where told, else on any port that is free. */
  private ListeningPort listen(Output output, PhoneDriver driver) {
    try {
      TcpAddress wanted =
          port == null
              ? new TcpAddress("127.0.0.1", 0)
              : TcpAddress.parse(port, driver.lineSettings().networkPort());
      ListeningPort door = new ListeningPort(wanted);
      show(output, door.address().toString());
      return door;
    } catch (LineException e) {
      throw new ProblemException(e, e.reasonKey(), e.arguments().toArray());
    }
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
    show(output, terminal.path());
    return terminal;
  }

  private static void show(Output output, String path) {
    if (output.json()) {
      output.object(Output.fields("event", "port", "path", path));
    } else {
      // Alone on its line, so that a script can read it.
      output.line(path);
    }
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
