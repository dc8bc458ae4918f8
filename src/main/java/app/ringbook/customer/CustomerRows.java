package app.ringbook.customer;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The only place where customers, people and phones become rows; keys for sorting and finding are
 * derived here. The store refuses a text that is too long for its column with a sentence; a phone
 * is never refused: its raw text is cut.
 */
public final class CustomerRows {
  /** Table of customers. */
  public static final String CUSTOMER = "customer";

  /** Table of people. */
  public static final String CONTACT = "contact";

  /** Table of phones. */
  public static final String PHONE = "phone";

  private CustomerRows() {}

  /** The image of a customer. */
  public static Row customer(Customer c) {
    NameKeys.Keys keys = NameKeys.keys(c.name());
    return Row.of(CUSTOMER, c.id(), c.version())
        .set("name", plain(c.name()))
        .set("name_key", keys.sort())
        .set("search_key", keys.search())
        .set("industry", plain(c.industry()))
        .set("tier", plain(c.tier()))
        .set("source", plain(c.source()))
        .set("tags", plain(c.tags()))
        .set("country", plain(c.country()))
        .set("region", plain(c.region()))
        .set("city", plain(c.city()))
        .set("address", plain(c.address()))
        .set("postal_code", plain(c.postalCode()))
        .set("website", plain(c.website()))
        .set("email", plain(c.email()))
        .set("external_key", plain(c.externalKey()))
        .set("note", plain(c.note()))
        .set("owner", plain(c.owner()))
        .set("next_contact_at", c.nextContactAt())
        .set("next_contact_note", plain(c.nextContactNote()))
        .set("last_contact_at", c.lastContactAt())
        .set("do_not_call", c.doNotCall())
        .set("sample", c.sample())
        .set("created_at", c.createdAt())
        .set("updated_at", c.updatedAt())
        .build();
  }

  /** The image of a person. */
  public static Row contact(Contact c) {
    return Row.of(CONTACT, c.id(), c.version())
        .set("customer_id", c.customerId())
        .set("name", plain(c.name()))
        .set("search_key", NameKeys.searchKey(c.name(), true))
        .set("role", plain(c.role()))
        .set("email", plain(c.email()))
        .set("note", plain(c.note()))
        .set("main", c.main())
        .set("decides", c.decides())
        .set("department_id", c.departmentId())
        .set("birthday", c.birthday())
        .set("custom", plain(c.custom()))
        .build();
  }

  /** The image of a phone. */
  public static Row phone(Phone p) {
    PhoneNumber n = p.number();
    return Row.of(PHONE, p.id(), p.version())
        .set("customer_id", p.customerId())
        .set("contact_id", p.contactId())
        .set("kind", p.kind().name())
        .set("main", p.main())
        .set("raw", cut(n.raw(), 200))
        .set("e164", n.e164())
        .set("national_digits", last(n.national(), 40))
        .set("suffix8", n.suffix8())
        .set("region", n.region())
        .set("extension", cut(n.extension(), 20))
        .build();
  }

  /** PostgreSQL cannot keep the character zero. */
  private static @Nullable String plain(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    String plain = plain(text);
    return plain == null || plain.length() <= longest ? plain : plain.substring(0, longest);
  }

  private static String last(String text, int longest) {
    return text.length() <= longest ? text : text.substring(text.length() - longest);
  }

  /** The name of a customer without one is that of the first person, else the first number. */
  static String nameOf(NewCustomer fresh) {
    return Stream.of(
            Stream.of(fresh.customer().name()),
            fresh.contacts().stream().map(NewCustomer.NewContact::name),
            allPhones(fresh).map(p -> p.number().raw()))
        .flatMap(names -> names)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseThrow(() -> new ProblemException("customer.problem.empty"));
  }

  private static Stream<NewCustomer.NewPhone> allPhones(NewCustomer fresh) {
    return Stream.concat(
        fresh.phones().stream(), fresh.contacts().stream().flatMap(c -> c.phones().stream()));
  }

  /** New customers with people and phones, inserted as one batch with ids in the order given. */
  static final class Batch {
    private final Transaction transaction;
    private final Instant now;
    private final List<Row> people = new ArrayList<>();
    private final List<Row> phones = new ArrayList<>();
    private long nextContact;
    private long nextPhone;

    Batch(Transaction transaction, Instant now) {
      this.transaction = transaction;
      this.now = now;
    }

    /** Returns the ids of the customers. */
    List<Long> insert(List<NewCustomer> fresh) {
      if (fresh.isEmpty()) {
        return List.of();
      }
      reserve(
          fresh.stream().mapToInt(c -> c.contacts().size()).sum(),
          (int) fresh.stream().flatMap(CustomerRows::allPhones).count());
      long id = transaction.nextIds(CUSTOMER, fresh.size());
      List<Row> rows = new ArrayList<>();
      List<Long> ids = new ArrayList<>();
      for (NewCustomer one : fresh) {
        rows.add(customerRow(id, one));
        addPeople(id, one);
        ids.add(id++);
      }
      rows.addAll(people);
      rows.addAll(phones);
      transaction.insertAll(rows);
      return ids;
    }

    /** Returns the id of the person. */
    long insertContact(long customerId, NewCustomer.NewContact fresh, boolean main) {
      reserve(1, fresh.phones().size());
      long id = addContact(customerId, fresh, main);
      fresh.phones().forEach(p -> addPhone(customerId, id, p, p.main()));
      people.addAll(phones);
      transaction.insertAll(people);
      return id;
    }

    private void reserve(int contacts, int numbers) {
      nextContact = contacts == 0 ? 0 : transaction.nextIds(CONTACT, contacts);
      nextPhone = numbers == 0 ? 0 : transaction.nextIds(PHONE, numbers);
    }

    private Row customerRow(long id, NewCustomer fresh) {
      Customer facts = fresh.customer();
      Instant created = facts.createdAt().equals(Instant.EPOCH) ? now : facts.createdAt();
      return customer(
          facts.change().asNew(id).name(nameOf(fresh)).createdAt(created).updatedAt(now).build());
    }

    private void addPeople(long customerId, NewCustomer fresh) {
      boolean mainContact = fresh.contacts().stream().noneMatch(NewCustomer.NewContact::main);
      boolean mainPhone = allPhones(fresh).noneMatch(NewCustomer.NewPhone::main);
      for (NewCustomer.NewPhone phone : fresh.phones()) {
        addPhone(customerId, null, phone, phone.main() || mainPhone);
        mainPhone = false;
      }
      for (NewCustomer.NewContact contact : fresh.contacts()) {
        long id = addContact(customerId, contact, contact.main() || mainContact);
        mainContact = false;
        for (NewCustomer.NewPhone phone : contact.phones()) {
          addPhone(customerId, id, phone, phone.main() || mainPhone);
          mainPhone = false;
        }
      }
    }

    private long addContact(long customerId, NewCustomer.NewContact c, boolean main) {
      long id = nextContact++;
      people.add(
          contact(
              Contact.of(
                  id,
                  0,
                  customerId,
                  c.name().strip(),
                  c.role(),
                  c.email(),
                  c.note(),
                  main,
                  c.decides())));
      return id;
    }

    private void addPhone(
        long customerId, @Nullable Long contactId, NewCustomer.NewPhone p, boolean main) {
      phones.add(
          phone(new Phone(nextPhone++, 0, customerId, contactId, p.kind(), main, p.number())));
    }
  }
}
