package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.ProblemException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code customer ID}: one customer with people and numbers. */
@Command(name = "customer", description = "Shows one customer.")
final class CustomerCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID")
  private long id;

  CustomerCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    try (House house = session.open()) {
      if (house.customers().byId(id).isEmpty()) {
        throw new ProblemException("cli.problem.noCustomer", String.valueOf(id));
      }
      Portrait portrait = house.customers().portrait(id);
      if (output.json()) {
        output.object(json(portrait));
      } else {
        print(output, portrait);
      }
    }
    return Exit.DONE;
  }

  private static Map<String, @Nullable Object> json(Portrait portrait) {
    Customer one = portrait.customer();
    Map<String, @Nullable Object> fields =
        Output.fields(
            "id", one.id(),
            "name", one.name(),
            "industry", one.industry(),
            "tier", one.tier(),
            "source", one.source(),
            "tags", one.tags(),
            "country", one.country(),
            "region", one.region(),
            "city", one.city(),
            "address", one.address(),
            "postalCode", one.postalCode(),
            "website", one.website(),
            "email", one.email(),
            "externalKey", one.externalKey(),
            "note", one.note(),
            "owner", one.owner(),
            "nextContactAt", one.nextContactAt(),
            "nextContactNote", one.nextContactNote(),
            "lastContactAt", one.lastContactAt(),
            "doNotCall", one.doNotCall(),
            "createdAt", one.createdAt(),
            "updatedAt", one.updatedAt());
    fields.put("contacts", portrait.contacts().stream().map(c -> contact(portrait, c)).toList());
    fields.put("phones", portrait.phonesOf(null).stream().map(CustomerCommand::phone).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> contact(Portrait portrait, Contact one) {
    return Output.fields(
        "id", one.id(),
        "name", one.name(),
        "role", one.role(),
        "email", one.email(),
        "main", one.main(),
        "phones", portrait.phonesOf(one.id()).stream().map(CustomerCommand::phone).toList());
  }

  private static Map<String, @Nullable Object> phone(Phone one) {
    return Output.fields(
        "kind", Output.word(one.kind()),
        "raw", one.number().raw(),
        "e164", one.number().e164(),
        "region", one.number().region(),
        "main", one.main());
  }

  private static void print(Output output, Portrait portrait) {
    output.line(portrait.customer().id() + "  " + portrait.customer().name());
    for (Phone phone : portrait.phonesOf(null)) {
      output.line("    " + phone.number().raw());
    }
    for (Contact contact : portrait.contacts()) {
      String role = contact.role() == null ? "" : "  " + contact.role();
      output.line("    " + contact.name() + role);
      for (Phone phone : portrait.phonesOf(contact.id())) {
        output.line("        " + phone.number().raw());
      }
    }
  }
}
