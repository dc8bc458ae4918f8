package app.ringbook.testkit;

import app.ringbook.customer.Customer;

/** Customers as a store has them. */
public final class FakeCustomers {
  private FakeCustomers() {}

  /** A customer as stored under this id and version. */
  public static Customer stored(Customer c, long id, long version) {
    return new Customer(
        id,
        version,
        c.name(),
        c.industry(),
        c.tier(),
        c.source(),
        c.tags(),
        c.country(),
        c.region(),
        c.city(),
        c.address(),
        c.postalCode(),
        c.website(),
        c.email(),
        c.externalKey(),
        c.note(),
        c.owner(),
        c.nextContactAt(),
        c.nextContactNote(),
        c.lastContactAt(),
        c.doNotCall(),
        c.sample(),
        c.createdAt(),
        c.updatedAt());
  }
}
