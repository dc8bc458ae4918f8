package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.customer.CustomerSearch.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code find TEXT}: names, pinyin, initials, any part of a number, e-mail, notes. */
@Command(name = "find", description = "Finds by name, pinyin, initials, digits, e-mail or note.")
final class FindCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "TEXT")
  private String text = "";

  @Option(names = "--limit", paramLabel = "N")
  private int limit = 20;

  FindCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    try (House house = session.open()) {
      var search = house.search();
      long start = house.clock().nanoTime();
      List<Hit> hits = new ArrayList<>(search.find(text, limit));
      if (hits.size() < limit) {
        hits.addAll(search.findNotes(text, limit - hits.size()));
      }
      long micros = (house.clock().nanoTime() - start) / 1000;
      if (output.json()) {
        output.object(
            Output.fields("hits", hits.stream().map(FindCommand::json).toList(), "micros", micros));
      } else {
        print(output, hits);
      }
    }
    return Exit.DONE;
  }

  private static Object json(Hit hit) {
    return Output.fields(
        "kind", Output.word(hit.kind()),
        "id", hit.id(),
        "title", hit.title(),
        "why", Output.word(hit.why()),
        "customerId", hit.customerId(),
        "detail", hit.detail());
  }

  private void print(Output output, List<Hit> hits) {
    if (hits.isEmpty()) {
      output.say("cli.find.none", text);
    }
    for (Hit hit : hits) {
      String why = output.texts().text(hit.why().key());
      output.line("%8d  %s  %s  (%s)".formatted(hit.customerId(), hit.title(), hit.detail(), why));
    }
  }
}
