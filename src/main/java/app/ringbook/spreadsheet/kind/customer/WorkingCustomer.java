package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.profile.Profile;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.spreadsheet.kind.Fills;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.PhoneKeys;
import app.ringbook.spreadsheet.match.RowDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer while rows of a block add to it: new, or stored and perhaps changed. */
final class WorkingCustomer {
  private Customer customer;
  private boolean changed;
  private int place = -1;
  private Profile profile = Profile.empty(0);
  private final Map<String, String> said = new LinkedHashMap<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Line> numbers = new ArrayList<>();
  private @Nullable RowKeys keys;

  /** A person; {@code stored} is the row that stands, or null for a new one. */
  static final class Person {
    private final @Nullable Contact stored;
    private Contact now;

    private Person(@Nullable Contact stored, Contact now) {
      this.stored = stored;
      this.now = now;
    }

    boolean fresh() {
      return stored == null;
    }

    boolean changed() {
      return stored != null && !stored.equals(now);
    }

    Contact now() {
      return now;
    }
  }

  /** A phone; {@code owner} is null for the company's own. */
  record Line(boolean stored, @Nullable Person owner, PhoneKind kind, PhoneNumber number) {}

  private WorkingCustomer(Customer customer) {
    this.customer = customer;
  }

  /** A customer as it is stored. */
  static WorkingCustomer stored(Customer customer, List<Contact> contacts, List<Phone> phones) {
    WorkingCustomer working = new WorkingCustomer(customer);
    contacts.forEach(contact -> working.people.add(new Person(contact, contact)));
    for (Phone phone : phones) {
      Person owner =
          working.people.stream()
              .filter(p -> phone.contactId() != null && p.now.id() == phone.contactId())
              .findFirst()
              .orElse(null);
      working.numbers.add(new Line(true, owner, phone.kind(), phone.number()));
    }
    return working;
  }

  /** A new customer out of a row. */
  static WorkingCustomer fresh(RowDraft draft) {
    WorkingCustomer working = new WorkingCustomer(Customer.named(draft.name()).build());
    working.take(draft, Fills.EMPTY);
    return working;
  }

  Customer customer() {
    return customer;
  }

  boolean isStored() {
    return customer.id() != 0;
  }

  boolean changed() {
    return changed;
  }

  List<Person> people() {
    return people;
  }

  List<Line> numbers() {
    return numbers;
  }

  /** What is stored beside its row. */
  Profile profile() {
    return profile;
  }

  void profileIs(Profile stored) {
    profile = stored;
    keys = null;
  }

  /** What rows said beside its row: stored forms by key of the field. */
  Map<String, String> said() {
    return said;
  }

  /** Its place among the customers of the file. */
  int place() {
    return place;
  }

  void placeIs(int value) {
    place = value;
  }

  /** What it was recognised by when it was read. */
  RowKeys keys() {
    RowKeys known = keys;
    if (known == null) {
      known =
          new RowKeys(
              customer.externalKey(),
              NameKeys.twinKey(customer.name()),
              RowKeys.phones(numbers.stream().map(Line::number).toList()),
              RowKeys.city(customer.city()),
              true,
              profile.creditCode(),
              RowKeys.legal(profile.legalName()),
              profile.differentReason() != null);
      keys = known;
    }
    return known;
  }

  /**
   * Takes what a row says.
   *
   * @param fills which values replace stored ones, and which fill empty fields
   * @return true if that changed anything
   */
  boolean take(RowDraft draft, Fills fills) {
    Customer before = customer;
    customer = texts(draft, fills);
    customer = facts(draft, fills);
    boolean more = !customer.equals(before);
    Person person = null;
    RowDraft.Person said = draft.person();
    if (said != null && (fills.touches(CustomerFields.CONTACT) || known(said) != null)) {
      int count = people.size();
      person = person(said);
      more |= people.size() > count;
      Contact contact = person.now;
      person.now = filled(contact, said, fills);
      more |= !person.now.equals(contact);
    }
    more |= numbers(draft, fills, person, false);
    changed |= more;
    return more;
  }

  /** True if the person of a row is there. */
  boolean hasPerson(RowDraft draft) {
    RowDraft.Person said = draft.person();
    return said != null && (ownContact(draft) != 0 || known(said) != null);
  }

  /** The key of the stored person whose own key and name stand in a row; 0 for none. */
  long ownContact(RowDraft draft) {
    RowDraft.Person said = draft.person();
    long id = draft.ownKey(CustomerFields.OWN_CONTACT_KEY);
    return said == null || id == 0
        ? 0
        : people.stream()
            .filter(p -> p.now.id() == id && sameName(p, said))
            .mapToLong(p -> p.now.id())
            .findFirst()
            .orElse(0);
  }

  private static boolean sameName(Person person, RowDraft.Person said) {
    return NameKeys.fold(person.now.name()).equals(NameKeys.fold(said.name()));
  }

  /** The stored person with the name of this one, or null. */
  @Nullable Long contactId(RowDraft.Person said) {
    Person person = known(said);
    return person == null || person.fresh() ? null : person.now.id();
  }

  private @Nullable Person known(RowDraft.Person said) {
    return people.stream().filter(p -> sameName(p, said)).findFirst().orElse(null);
  }

  /** Moves the last contact on; false if there was a later one. */
  boolean contacted(Instant at) {
    Instant last = customer.lastContactAt();
    if (last != null && !last.isBefore(at)) {
      return false;
    }
    customer = customer.change().lastContactAt(at).build();
    changed = true;
    return true;
  }

  /**
   * Takes the person of a row with note and numbers, and nothing else.
   *
   * @return true if that changed anything
   */
  boolean takePerson(RowDraft draft, Fills fills) {
    RowDraft.Person said = draft.person();
    if (said == null) {
      return false;
    }
    int count = people.size();
    long own = ownContact(draft);
    Person person =
        people.stream()
            .filter(p -> own != 0 && p.now.id() == own)
            .findFirst()
            .orElseGet(() -> person(said));
    Contact before = person.now;
    person.now = filled(before, said, fills);
    String note = draft.text("note");
    if (note != null && fills.takes(CustomerFields.NOTE, person.now.note() == null)) {
      person.now = person.now.withNote(note);
    }
    boolean more = people.size() > count || !person.now.equals(before);
    more |= numbers(draft, fills, person, true);
    changed |= more;
    return more;
  }

  private boolean numbers(RowDraft draft, Fills fills, @Nullable Person person, boolean allTheirs) {
    boolean more = false;
    for (RowDraft.DraftPhone phone : draft.phones()) {
      if (fills.touches(field(phone.kind()))
          && numbers.stream().noneMatch(n -> PhoneKeys.same(n.number(), phone.number()))) {
        Person owner = allTheirs || phone.personal() ? person : null;
        numbers.add(new Line(false, owner, phone.kind(), phone.number()));
        more = true;
      }
    }
    return more;
  }

  private static Field field(PhoneKind kind) {
    return switch (kind) {
      case MOBILE -> CustomerFields.MOBILE;
      case FAX -> CustomerFields.FAX;
      default -> CustomerFields.PHONE;
    };
  }

  /** True if taking the row would change anything; nothing is taken. */
  boolean wouldTake(RowDraft draft, Fills fills) {
    WorkingCustomer copy = new WorkingCustomer(customer);
    people.forEach(p -> copy.people.add(new Person(p.stored, p.now)));
    copy.numbers.addAll(numbers);
    return copy.take(draft, fills);
  }

  private Customer texts(RowDraft draft, Fills fills) {
    Customer.Builder builder = customer.change();
    if (draft.named() && fills.takes(CustomerFields.NAME, false)) {
      builder.name(draft.name());
    }
    for (Map.Entry<Field, String> entry : draft.texts().entrySet()) {
      Field field = entry.getKey();
      var read = field.read();
      var write = field.write();
      if (read != null && write != null && fills.takes(field, read.apply(customer) == null)) {
        write.accept(builder, entry.getValue());
      }
    }
    return builder.build();
  }

  private Customer facts(RowDraft draft, Fills fills) {
    Customer.Builder builder = customer.change();
    boolean noPlan = customer.nextContactAt() == null;
    if (draft.nextContact() != null && fills.takes(CustomerFields.NEXT_CONTACT, noPlan)) {
      builder.nextContactAt(draft.nextContact());
    }
    Instant last = customer.lastContactAt();
    if (draft.lastContact() != null
        && fills.takes(CustomerFields.LAST_CONTACT, last == null)
        && (last == null || draft.lastContact().isAfter(last))) {
      builder.lastContactAt(draft.lastContact());
    }
    Boolean silent = draft.doNotCall();
    if (silent != null && fills.takes(CustomerFields.DO_NOT_CALL, silent)) {
      builder.doNotCall(silent);
    }
    return builder.build();
  }

  private Person person(RowDraft.Person said) {
    Person known = known(said);
    if (known != null) {
      return known;
    }
    Person person =
        new Person(
            null,
            Contact.of(
                0,
                0,
                customer.id(),
                said.name(),
                said.role(),
                said.email(),
                null,
                people.isEmpty(),
                false));
    people.add(person);
    return person;
  }

  private static Contact filled(Contact contact, RowDraft.Person said, Fills fills) {
    Contact filled = contact;
    if (said.role() != null && fills.takes(CustomerFields.ROLE, contact.role() == null)) {
      filled = filled.withRole(said.role());
    }
    if (said.email() != null && fills.takes(CustomerFields.PERSON_EMAIL, contact.email() == null)) {
      filled = filled.withEmail(said.email());
    }
    return filled;
  }

  /** The new customer to be stored. */
  NewCustomer toCreate() {
    List<NewCustomer.NewContact> contacts = new ArrayList<>();
    for (Person person : people) {
      Contact now = person.now;
      contacts.add(
          new NewCustomer.NewContact(
              now.name(), now.role(), now.email(), null, now.main(), false, phonesOf(person)));
    }
    return new NewCustomer(customer, contacts, phonesOf(null));
  }

  private List<NewCustomer.NewPhone> phonesOf(@Nullable Person owner) {
    return numbers.stream()
        .filter(n -> Objects.equals(n.owner(), owner))
        .map(n -> new NewCustomer.NewPhone(n.kind(), n.equals(main()), n.number()))
        .toList();
  }

  /** The number to call first: the first that is no fax. */
  private @Nullable Line main() {
    return numbers.stream().filter(n -> n.kind() != PhoneKind.FAX).findFirst().orElse(null);
  }
}
