package app.ringbook.cli.phone;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code drivers}: the drivers and what each can do at best. */
@Command(name = "drivers", description = "Lists the drivers and what each can do.")
public final class DriversCommand implements Callable<Integer> {
  private final Session session;

  /** Runs in this session. */
  public DriversCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    if (output.json()) {
      output.object(
          Output.fields(
              "drivers",
              Drivers.ALL.stream()
                  .map(driver -> Output.fields("name", driver.name(), "can", driver.caps()))
                  .toList()));
      return Exit.DONE;
    }
    for (PhoneDriver driver : Drivers.ALL) {
      output.say("cli.drivers.line", driver.name(), String.join(", ", words(output, driver)));
    }
    return Exit.DONE;
  }

  private static List<String> words(Output output, PhoneDriver driver) {
    PhoneDriver.Caps caps = driver.caps();
    List<String> words = new ArrayList<>();
    add(words, output, caps.callerId(), "cli.drivers.callerId");
    add(words, output, caps.hook(), "cli.drivers.hook");
    add(words, output, caps.recording(), "cli.drivers.recording");
    add(words, output, caps.twoChannels(), "cli.drivers.twoChannels");
    add(words, output, caps.dial(), "cli.drivers.dial");
    add(words, output, caps.storedCalls(), "cli.drivers.storedCalls");
    return words;
  }

  private static void add(List<String> words, Output output, boolean can, String key) {
    if (can) {
      words.add(output.texts().text(key));
    }
  }
}
