package app.ringbook.faults;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.merge.Merges;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.lead.HandOver;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.settings.Settings;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.sql.ValueCodec;
import app.ringbook.store.trash.Trash;
import app.ringbook.store.trash.Trashed;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The child of {@code kill9}: a user who never rests, through the same services as the screens.
 * Arguments: folder, seed, and {@code early} to cheat: it says "saved" before it is.
 */
final class CustomerWriter {
  private final Database database;
  private final Customers customers;
  private final Timeline timeline;
  private final Profiles profiles;
  private final Merges merges;
  private final Random random;
  private final boolean early;
  private final Map<Long, Committed> committed = new ConcurrentHashMap<>();
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final List<Long> known = new ArrayList<>();
  private long last;

  private CustomerWriter(Path folder, long seed, boolean early) throws IOException {
    this.random = new Random(seed);
    this.early = early;
    say("opening");
    AppClock clock = AppClock.system();
    this.database =
        Database.open(
            Database.Options.embedded(new AppFolders(folder), clock, () -> "Rep", () -> false),
            Progress.NONE);
    database.changes().add(c -> committed.put(c.sequence(), c));
    PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("DE", "30", ""));
    this.customers = new Customers(database, numbers, clock);
    this.timeline = new Timeline(database, clock);
    customers.follow(timeline);
    this.profiles = new Profiles(database, clock);
    customers.follow(profiles);
    CustomFields fields = new CustomFields(database);
    Ratings ratings = new Ratings(new Settings(folder.resolve("settings")));
    this.merges =
        new Merges(database, customers, profiles, new CustomerCatalogue(fields, ratings, clock));
    say("open");
  }

  /** Works until it is killed. */
  public static void main(String[] arguments) throws IOException {
    CustomerWriter writer =
        new CustomerWriter(
            Path.of(arguments[0]), Long.parseLong(arguments[1]), arguments.length > 2);
    while (true) {
      writer.act();
    }
  }

  private void say(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void act() throws IOException {
    if (early && last > 0) {
      say("ack " + (last + 1));
    }
    if (known.size() < 5) {
      create();
      return;
    }
    long id = known.get(random.nextInt(known.size()));
    switch (random.nextInt(14)) {
      case 0 -> create();
      case 1 -> edit(id);
      case 2 -> addContact(id);
      case 3 -> deleteContact(id);
      case 4 -> phones(id);
      case 5 -> acknowledge(timeline.note(id, "Note " + random.nextInt()).sequence());
      case 6 -> delete(id);
      case 7 -> undo();
      case 8 -> merge();
      case 9 -> bulk();
      case 10 -> handOver();
      case 11 -> restore();
      default -> bump(id);
    }
  }

  private void create() throws IOException {
    NewCustomer.NewPhone phone = new NewCustomer.NewPhone(PhoneKind.MOBILE, true, number());
    NewCustomer.NewContact contact =
        new NewCustomer.NewContact("Anna", null, null, null, true, false, List.of(phone));
    Customer facts = Customer.named("Customer " + random.nextInt(100_000) + " 明").note("0").build();
    Database.Done<Long> done =
        customers.create(new NewCustomer(facts, List.of(contact), List.of(phone)));
    known.add(done.value());
    acknowledge(done.sequence());
  }

  private PhoneNumber number() {
    String digits = "30" + (1_000_000 + random.nextInt(8_000_000));
    return new PhoneNumber("0" + digits, "+49" + digits, digits, "DE", null);
  }

  private void edit(long id) throws IOException {
    Customer customer = customers.byId(id).orElseThrow();
    acknowledge(
        customers.edit(customer.change().city("City " + random.nextInt()).build()).sequence());
  }

  private void addContact(long id) throws IOException {
    acknowledge(
        customers
            .addContact(
                id,
                new NewCustomer.NewContact(
                    "Contact " + random.nextInt(),
                    "Buyer",
                    null,
                    "x".repeat(random.nextInt(2000)),
                    false,
                    false,
                    List.of()))
            .sequence());
  }

  private void deleteContact(long id) throws IOException {
    List<Contact> contacts = customers.portrait(id).contacts();
    if (!contacts.isEmpty()) {
      acknowledge(customers.deleteContact(contacts.getFirst()).sequence());
    }
  }

  private void phones(long id) throws IOException {
    Portrait portrait = customers.portrait(id);
    acknowledge(
        customers
            .setPhones(id, portrait.phones().stream().map(p -> p.withNumber(number())).toList())
            .sequence());
  }

  /** Two of their own become one; the counts of others are not put together. */
  private void merge() throws IOException {
    List<Long> two = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      NewCustomer.NewPhone phone = new NewCustomer.NewPhone(PhoneKind.MOBILE, true, number());
      Customer facts = Customer.named("Twin " + random.nextInt(1000)).build();
      Database.Done<Long> done =
          customers.create(new NewCustomer(facts, List.of(), List.of(phone)));
      acknowledge(done.sequence());
      acknowledge(timeline.note(done.value(), "Note " + random.nextInt()).sequence());
      two.add(done.value());
    }
    acknowledge(merges.merge(merges.draft(two)).sequence());
  }

  private void bulk() throws IOException {
    String owner = random.nextBoolean() ? "Ann" : "Bob";
    new BulkEdits(database, customers, profiles)
        .run(
            known.stream().mapToLong(Long::longValue).toArray(),
            new BulkChange.Edit(c -> c.change().owner(owner).build()),
            owner,
            Progress.NONE);
    acknowledge(database.lastSequence());
  }

  private void handOver() throws IOException {
    boolean back = random.nextBoolean();
    new HandOver(database, customers, AppClock.system())
        .run(back ? "Bob" : "Ann", back ? "Ann" : "Bob", null, Progress.NONE);
    acknowledge(database.lastSequence());
  }

  private void restore() throws IOException {
    Trash trash = new Trash(database, AppClock.system());
    for (Trashed one : trash.page(null, 1)) {
      if (one.recordTable().equals("customer")) {
        acknowledge(trash.restore(one, (tx, kept) -> {}).sequence());
        known.add(one.recordId());
      }
    }
  }

  private void delete(long id) throws IOException {
    known.remove(id);
    acknowledge(customers.delete(id).sequence());
  }

  private void undo() throws IOException {
    if (last > 0) {
      Database.Undone undone = database.undo(last);
      if (!undone.undone().isEmpty()) {
        acknowledge(last + 1);
      }
      known.removeIf(id -> customers.byId(id).isEmpty());
    }
  }

  /** Three rows that must never disagree: entry, customer's count, next contact. */
  private void bump(long id) throws IOException {
    acknowledge(
        database.write(
            Change.of("customer.change.edited", "Bump"),
            tx -> {
              timeline.appendIn(
                  tx,
                  new NewEntry(
                      id,
                      null,
                      TimelineKind.NOTE,
                      AppClock.system().now(),
                      "bump",
                      null,
                      null,
                      NewEntry.BY_HAND,
                      null));
              customers.editIn(
                  tx,
                  id,
                  c ->
                      c.change()
                          .note(String.valueOf(Integer.parseInt(String.valueOf(c.note())) + 1))
                          .build());
              customers.setNextContactIn(
                  tx, id, AppClock.system().now().plus(Duration.ofDays(1)), "again");
            }));
  }

  private void acknowledge(long sequence) throws IOException {
    if (sequence == 0) {
      return;
    }
    last = sequence;
    StringBuilder line = new StringBuilder("ack " + sequence);
    Committed change = committed.remove(sequence);
    if (change != null) {
      for (RowChange row : change.rows()) {
        line.append(' ').append(row.table()).append(':').append(row.id()).append(':');
        Row after = row.after();
        line.append(
            after == null
                ? "gone"
                : after.version()
                    + ":"
                    + ValueCodec.crc(after.table(), after.id(), after.version(), after.values()));
      }
    }
    if (!early) {
      say(line.toString());
    }
  }
}
