package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.CustomerSearch.Hit;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
      List<Hit> hits = search.find(text, limit);
      List<Lead> leads =
          hits.size() >= limit || text.isBlank()
              ? List.of()
              : house
                  .leads()
                  .page(LeadFilter.ALL.withText(text), null, limit - hits.size())
                  .stream()
                  .filter(lead -> lead.state() != Lead.State.CONVERTED)
                  .toList();
      long micros = (house.clock().nanoTime() - start) / 1000;
      if (output.json()) {
        output.object(
            Output.fields(
                "hits",
                Stream.concat(hits.stream().map(FindCommand::json), leads.stream().map(this::json))
                    .toList(),
                "micros",
                micros));
      } else {
        print(output, hits, leads);
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

  private Object json(Lead lead) {
    return Output.fields(
        "kind",
        "lead",
        "id",
        lead.id(),
        "title",
        lead.title(),
        "why",
        Output.word(why(lead)),
        "customerId",
        null,
        "detail",
        lead.company() == null ? lead.numberRaw() : lead.company());
  }

  /** By what a lead was found; its name counts first. */
  private CustomerSearch.Why why(Lead lead) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    if (in(asked, lead.name()) || in(asked, lead.company())) {
      return CustomerSearch.Why.NAME;
    }
    if (in(asked, lead.email())) {
      return CustomerSearch.Why.EMAIL;
    }
    if (in(asked, lead.note())) {
      return CustomerSearch.Why.NOTE;
    }
    return asked.matches("[0-9+()./\\s-]+") ? CustomerSearch.Why.DIGITS : CustomerSearch.Why.PINYIN;
  }

  private static boolean in(String asked, @Nullable String words) {
    return words != null && words.toLowerCase(Locale.ROOT).contains(asked);
  }

  private void print(Output output, List<Hit> hits, List<Lead> leads) {
    if (hits.isEmpty() && leads.isEmpty()) {
      output.say("cli.find.none", text);
    }
    for (Lead lead : leads) {
      output.say("cli.find.lead", lead.id(), lead.title(), output.texts().text(lead.state().key()));
    }
    for (Hit hit : hits) {
      String why = output.texts().text(hit.why().key());
      output.line("%8d  %s  %s  (%s)".formatted(hit.customerId(), hit.title(), hit.detail(), why));
    }
  }
}
