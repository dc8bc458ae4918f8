package app.ringbook.lead;

import app.ringbook.call.CallRecords;
import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.catalogue.Completeness;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Transaction;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer of a lead, or gives it to a customer there is, with everything that is known:
 * facts, number, notes, what happened, and the calls of its number of which nobody said whose they
 * are.
 */
final class LeadConversion {
  private final Customers customers;
  private final Twins twins;
  private final Timeline timeline;
  private final CallRecords calls;
  private final PhoneNumbers numbers;

  LeadConversion(
      Customers customers,
      Twins twins,
      Timeline timeline,
      CallRecords calls,
      PhoneNumbers numbers) {
    this.customers = customers;
    this.twins = twins;
    this.timeline = timeline;
    this.calls = calls;
    this.numbers = numbers;
  }

  /** Whose a lead became. */
  record Became(long customerId, @Nullable Long contactId) {}

  /**
   * A new customer.
   *
   * @param person name of the person; may be empty if the company is not
   * @param company name of the customer; may be empty if the person is not
   * @param reason why it is another customer than its twins, or null if nobody was asked
   * @param now moment of the conversion
   * @throws app.ringbook.customer.twins.TwinsFoundException if it has twins and there is no reason
   */
  Became fresh(
      Transaction tx,
      Lead lead,
      List<LeadEntry> history,
      String person,
      String company,
      @Nullable String reason,
      Instant now) {
    boolean alone = company.isEmpty() || person.isEmpty();
    List<NewCustomer.NewPhone> phones = phones(lead);
    String name = company.isEmpty() ? person : company;
    Customer customer =
        Customer.named(name)
            .source(LeadSource.ofUser(lead.source()))
            .owner(lead.owner())
            .email(alone ? lead.email() : null)
            .doNotCall(lead.doNotCall())
            .nextContactAt(lead.nextContactAt())
            .build();
    List<PhoneNumber> asked = phones.stream().map(NewCustomer.NewPhone::number).toList();
    List<Twin> found = twins.mustHaveReason(tx, new Twins.Asked(name, asked, null), reason);
    long id =
        customers.createIn(tx, new NewCustomer(customer, List.of(), alone ? phones : List.of()));
    twins.keepReason(tx, id, found, reason);
    Long contact = alone ? null : (Long) person(tx, id, lead, person, true);
    entry(tx, id, TimelineKind.CREATED, now, name, null);
    return moved(tx, lead, history, new Became(id, contact));
  }

  /**
   * A customer there is; the number and the person are added unless the customer has them.
   *
   * @param contactId the person it is, or null
   * @throws ProblemException if there is no such customer
   */
  Became existing(
      Transaction tx,
      Lead lead,
      List<LeadEntry> history,
      long customerId,
      @Nullable Long contactId) {
    Portrait portrait = customers.portrait(customerId);
    Long contact = contactId;
    boolean numberKnown = has(portrait, lead);
    if (contact == null && !lead.name().isBlank() && !named(portrait, lead.name())) {
      contact = person(tx, customerId, lead, lead.name(), portrait.contacts().isEmpty());
    } else if (!numberKnown && !lead.numberRaw().isBlank()) {
      addNumber(tx, portrait, contact, lead);
    }
    if (lead.doNotCall()) {
      customers.editIn(tx, customerId, c -> c.change().doNotCall(true).build());
    }
    Instant next = lead.nextContactAt();
    if (next != null && portrait.customer().nextContactAt() == null) {
      customers.editIn(tx, customerId, c -> c.change().nextContactAt(next).build());
    }
    return moved(tx, lead, history, new Became(customerId, contact));
  }

  /** How much is known of the customer that {@link #fresh} makes. */
  static Completeness completeness(Lead lead, String person, String company) {
    Customer customer =
        Customer.named(company.isBlank() ? person : company)
            .source(LeadSource.ofUser(lead.source()))
            .build();
    boolean alone = company.isBlank() || person.isBlank();
    List<Contact> contacts =
        alone ? List.of() : List.of(Contact.of(1, 0, 0, person, null, null, null, true, false));
    List<Phone> phones =
        lead.numberRaw().isBlank()
            ? List.of()
            : List.of(
                Phone.fresh(
                    null,
                    PhoneKind.OTHER,
                    true,
                    new PhoneNumber(lead.numberRaw(), lead.numberE164(), "", null, null)));
    return Completeness.of(new CustomerRecord(customer, Profile.empty(0), contacts, phones));
  }

  private long person(Transaction tx, long customerId, Lead lead, String name, boolean main) {
    return customers
        .addContactIn(
            tx,
            customerId,
            new NewCustomer.NewContact(
                name, lead.job(), lead.email(), null, main, false, phones(lead)))
        .id();
  }

  private void addNumber(Transaction tx, Portrait portrait, @Nullable Long contactId, Lead lead) {
    List<Phone> phones = new ArrayList<>(portrait.phones());
    long customer = portrait.customer().id();
    phones.add(
        Phone.fresh(
            contactId, PhoneKind.OTHER, phones.isEmpty(), numbers.parse(lead.numberToDial())));
    customers.setPhonesIn(tx, customer, phones);
  }

  private boolean has(Portrait portrait, Lead lead) {
    PhoneNumber number = numbers.parse(lead.numberToDial());
    return portrait.phones().stream()
        .map(Phone::number)
        .anyMatch(
            known ->
                (known.e164() != null && number.e164() != null)
                    ? Objects.equals(known.e164(), number.e164())
                    : known.suffix8().equals(number.suffix8()));
  }

  private static boolean named(Portrait portrait, String name) {
    return portrait.contacts().stream().anyMatch(c -> c.name().equalsIgnoreCase(name.strip()));
  }

  /** Notes, what happened, and calls go along. */
  private Became moved(Transaction tx, Lead lead, List<LeadEntry> history, Became became) {
    long customer = became.customerId();
    StringBuilder rest = new StringBuilder(Objects.requireNonNullElse(lead.note(), ""));
    for (LeadEntry one : history) {
      String detail = one.detail();
      if (one.kind() == LeadEntry.Kind.NEXT_CONTACT) {
        nextContact(tx, customer, one);
      } else if (one.kind() == LeadEntry.Kind.NOTED && detail != null) {
        int at = rest.indexOf(detail);
        if (at >= 0) {
          rest.delete(at, at + detail.length());
        }
        entry(tx, customer, TimelineKind.NOTE, one.at(), detail, one.author());
      } else {
        told(tx, customer, one);
      }
    }
    if (!rest.toString().isBlank()) {
      String note = rest.toString().strip();
      entry(tx, customer, TimelineKind.NOTE, lead.createdAt(), note, null);
    }
    if (!lead.numberSuffix8().isEmpty()) {
      calls.linkNumberIn(tx, numbers.parse(lead.numberToDial()), customer, became.contactId());
    }
    return became;
  }

  /** Said as the customer's own next contacts are: the moment is the reference. */
  private void nextContact(Transaction tx, long customer, LeadEntry one) {
    String at = one.detail();
    timeline.appendIn(
        tx,
        new NewEntry(
            customer,
            null,
            TimelineKind.NEXT_CONTACT,
            one.at(),
            "",
            null,
            one.author(),
            NewEntry.BY_HAND,
            at == null ? null : (Long) Instant.parse(at).toEpochMilli()));
  }

  private void told(Transaction tx, long customer, LeadEntry one) {
    timeline.appendIn(
        tx,
        new NewEntry(
            customer,
            null,
            TimelineKind.LEAD,
            one.at(),
            one.kind() == LeadEntry.Kind.KEPT ? "" : Objects.requireNonNullElse(one.detail(), ""),
            one.kind().key(),
            one.author(),
            NewEntry.BY_HAND,
            null));
  }

  private void entry(
      Transaction tx,
      long customerId,
      TimelineKind kind,
      Instant at,
      String text,
      @Nullable String author) {
    timeline.appendIn(
        tx, new NewEntry(customerId, null, kind, at, text, null, author, NewEntry.BY_HAND, null));
  }

  private List<NewCustomer.NewPhone> phones(Lead lead) {
    return lead.numberRaw().isBlank()
        ? List.of()
        : List.of(
            new NewCustomer.NewPhone(PhoneKind.OTHER, true, numbers.parse(lead.numberToDial())));
  }
}
