package app.ringbook.faults;

import app.ringbook.faults.serial.SerialAudio;
import app.ringbook.faults.serial.SerialFlood;
import app.ringbook.faults.serial.SerialFuzz;
import app.ringbook.faults.serial.Unplug;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** {@code faults NAME [--rounds N] [--seed S] [--cheat HOW]}. */
public final class Faults {
  private Faults() {}

  /** Runs one fault; exits 1 if a promise was broken. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.err.println("faults NAME [--rounds N] [--seed S] [--cheat HOW]; NAME one of " + NAMES);
      System.exit(2);
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    int rounds = Integer.parseInt(options.getOrDefault("--rounds", "25"));
    long seed =
        Long.parseLong(options.getOrDefault("--seed", String.valueOf(new Random().nextInt(9999))));
    System.err.println(arguments[0] + " seed " + seed);
    Figures figures = run(arguments[0], rounds, seed, options.getOrDefault("--cheat", "no"));
    System.out.println(figures.json(arguments[0], seed));
    figures.breaches().stream().limit(20).forEach(System.err::println);
    System.exit(figures.breaches().isEmpty() ? 0 : 1);
  }

  private static final List<String> NAMES =
      List.of(
          "kill9",
          "kill9-blocks",
          "kill9-import",
          "kill9-record",
          "kill9-record-sealed",
          "poi",
          "csv",
          "phones",
          "twice",
          "restore",
          "diskfull",
          "interrupt",
          "serial-fuzz",
          "serial-flood",
          "serial-audio",
          "unplug");

  /** Runs one fault and returns what it saw. */
  static Figures run(String name, int rounds, long seed, String cheat) throws Exception {
    return switch (name) {
      case "kill9" ->
          new Kill9(seed, Kill9.Cheat.valueOf(cheat.toUpperCase(Locale.ROOT).replace('-', '_')))
              .run(rounds);
      case "kill9-blocks" -> new Kill9Blocks(seed, !cheat.equals("no")).run(rounds);
      case "kill9-import" -> new Kill9Import(seed, !cheat.equals("no")).run(rounds);
      case "kill9-record" -> new Kill9Record(seed, !cheat.equals("no"), false).run(rounds);
      case "kill9-record-sealed" -> new Kill9Record(seed, !cheat.equals("no"), true).run(rounds);
      case "poi" -> new Workbooks(seed, !cheat.equals("no")).run(rounds);
      case "csv" -> new SeparatedTexts(seed, !cheat.equals("no")).run(rounds);
      case "phones" -> new PhoneShapes(seed, !cheat.equals("no")).run(rounds);
      case "restore" -> new Restored(seed, !cheat.equals("no")).run(rounds);
      case "twice" -> new Twice(seed, !cheat.equals("no")).run(rounds);
      case "serial-flood" -> new SerialFlood(seed, !cheat.equals("no")).run(rounds);
      case "serial-audio" -> new SerialAudio(!cheat.equals("no")).run(rounds);
      case "unplug" -> new Unplug(seed, !cheat.equals("no")).run(rounds);
      case "serial-fuzz" -> new SerialFuzz(seed, !cheat.equals("no")).run(rounds);
      case "diskfull" -> new DiskFull(seed, !cheat.equals("no")).run(rounds);
      case "interrupt" -> new Interrupts(seed, !cheat.equals("no")).run(rounds);
      default -> throw new IllegalArgumentException("No fault is called " + name);
    };
  }
}
