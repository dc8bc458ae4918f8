package app.ringbook.cli;

import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every command has at hand: where to print, and the services when it asks for them. */
final class Session {
  private final Supplier<Output> output;
  private final Supplier<StartOptions> options;
  private final Function<StartOptions, House> opener;

  Session(
      Supplier<Output> output,
      Supplier<StartOptions> options,
      Function<StartOptions, House> opener) {
    this.output = output;
    this.options = options;
    this.opener = opener;
  }

  Output output() {
    return output.get();
  }

  StartOptions options() {
    return options.get();
  }

  /** Names of all drivers, for a message. */
  static String drivers() {
    return Drivers.ALL.stream().map(PhoneDriver::name).collect(Collectors.joining(", "));
  }

  /** Opens the services; close them when the command ends. */
  House open() {
    return opener.apply(options());
  }
}
