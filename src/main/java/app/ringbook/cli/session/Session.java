package app.ringbook.cli.session;

import app.ringbook.store.backup.Finding;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every command has at hand: where to print, and the services when it asks for them. */
public final class Session {
  private final Supplier<Output> output;
  private final Supplier<StartOptions> options;
  private final Function<StartOptions, House> opener;

  /**
   * @param opener opens the services of a data folder
   */
  public Session(
      Supplier<Output> output,
      Supplier<StartOptions> options,
      Function<StartOptions, House> opener) {
    this.output = output;
    this.options = options;
    this.opener = opener;
  }

  /** Where to print. */
  public Output output() {
    return output.get();
  }

  /** The words before the command. */
  public StartOptions options() {
    return options.get();
  }

  /** Names of all drivers, for a message. */
  public static String drivers() {
    return Drivers.ALL.stream().map(PhoneDriver::name).collect(Collectors.joining(", "));
  }

  /** Opens the services; close them when the command ends. */
  public House open() {
    House house = opener.apply(options());
    for (Finding finding : house.database().opened().findings()) {
      output().complain(finding);
    }
    return house;
  }

  /** Opens the services of another folder, to try things out in. */
  public House open(Path folder) {
    return opener.apply(new StartOptions(folder, options().language()));
  }
}
