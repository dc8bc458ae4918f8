package app.ringbook.cli.phone;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code who NUMBER}: who is calling. */
@Command(name = "who", description = "Says who has a phone number.")
public final class WhoCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NUMBER")
  private String text = "";

  /** Runs in this session. */
  public WhoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    try (House house = session.open()) {
      PhoneNumber number = house.numbers().parse(text);
      long start = house.clock().nanoTime();
      Match match = house.matcher().match(number);
      long micros = (house.clock().nanoTime() - start) / 1000;
      if (output.json()) {
        output.object(
            Output.fields(
                "number",
                text,
                "e164",
                number.e164(),
                "region",
                number.region(),
                "matches",
                CallLines.matches(match),
                "micros",
                micros,
                "own",
                match instanceof Match.Own));
      } else {
        print(output, match);
      }
    }
    return Exit.DONE;
  }

  private void print(Output output, Match match) {
    if (match instanceof Match.Own) {
      output.say("cli.who.own", text);
    } else if (match.candidates().isEmpty()) {
      output.say("cli.who.none", text);
    }
    for (Match.Candidate one : match.candidates()) {
      String person = one.contactName() == null ? "" : one.contactName();
      output.line(
          "%d. %8d  %s  %s  (%s)"
              .formatted(
                  one.rank(),
                  one.customerId(),
                  one.customerName(),
                  person,
                  output.texts().text(one.why().key())));
    }
  }
}
