package app.ringbook.testkit;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerLine;
import app.ringbook.customer.Portrait;

/** The line of the list for a customer. */
final class FakeLines {
  private FakeLines() {}

  static CustomerLine of(Portrait p) {
    Customer c = p.customer();
    return new CustomerLine(
        c.id(),
        c.version(),
        c.name(),
        c.industry(),
        c.tier(),
        c.owner(),
        c.tags(),
        c.city(),
        p.mainPhone().map(m -> m.number().raw()).orElse(null),
        p.mainContact().map(Contact::name).orElse(null),
        c.lastContactAt(),
        c.nextContactAt(),
        c.nextContactNote(),
        c.doNotCall(),
        c.source(),
        c.country(),
        c.region(),
        c.address(),
        c.postalCode(),
        c.website(),
        c.email(),
        c.note(),
        c.createdAt(),
        c.updatedAt());
  }
}
