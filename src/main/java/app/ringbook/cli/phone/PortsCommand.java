package app.ringbook.cli.phone;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.telephony.serial.SerialPorts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ports}: serial ports with their identity and who holds them. */
@Command(name = "ports", description = "Lists the serial ports.")
public final class PortsCommand implements Callable<Integer> {
  private final Session session;

  /** Runs in this session. */
  public PortsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    List<SerialPorts.Port> ports = new SerialPorts().list();
    if (output.json()) {
      output.object(
          Output.fields(
              "ports",
              ports.stream()
                  .map(
                      port ->
                          Output.fields(
                              "path", port.path(),
                              "description", port.description(),
                              "identity", port.identity(),
                              "holder", port.holder()))
                  .toList()));
      return Exit.DONE;
    }
    if (ports.isEmpty()) {
      output.say("cli.ports.none");
    }
    for (SerialPorts.Port port : ports) {
      String holder = port.holder() == null ? "" : port.holder();
      output.say("cli.ports.line", port.path(), port.description(), port.identity(), holder);
    }
    return Exit.DONE;
  }
}
