package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.merge.MergeDraft;
import app.ringbook.customer.profile.Rating;
import app.ringbook.customer.twins.Restoring;
import app.ringbook.lead.HandOver;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.store.Database;
import app.ringbook.store.trash.Trash;
import app.ringbook.store.trash.Trashed;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.testkit.TwinsHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** One undo for everything: any sequence of acts is taken back step by step, to the same rows. */
class OneUndoStoreTest {
  private static final int ACTS = 40;
  private static final List<String> TABLES =
      List.of(
          "customer",
          "contact",
          "phone",
          "timeline_entry",
          "customer_profile",
          "different_customer",
          "trash",
          "lead");
  private static final Set<String> NOBODYS =
      Set.of("spreadsheet.change.begin", "spreadsheet.change.forgotten");

  @TempDir Path folder;

  /** Everything a person could do, over one database. */
  private static final class Acts implements AutoCloseable {
    final Random random;
    final TwinsHouse house;
    final ImportBench bench;
    final Trash trash;
    final HandOver handOver;

    Acts(TestDatabase test, Path folder, Random random) {
      this.random = random;
      house = new TwinsHouse(test);
      bench = new ImportBench(test, folder);
      trash = new Trash(test.database(), test.clock());
      handOver = new HandOver(test.database(), house.customers, test.clock());
    }

    long[] ids() {
      return house.test.rows("SELECT id FROM customer ORDER BY id").stream()
          .mapToLong(row -> ((Number) Optional.ofNullable(row.get("id")).orElseThrow()).longValue())
          .toArray();
    }

    long any(long[] ids) {
      return ids[random.nextInt(ids.length)];
    }

    String number() {
      return "1380013%04d".formatted(random.nextInt(10_000));
    }

    void act() throws IOException {
      long[] ids = ids();
      house.test.clock().advance(Duration.ofMinutes(7));
      if (ids.length < 4) {
        imported();
        return;
      }
      long id = any(ids);
      long other = any(ids);
      switch (random.nextInt(12)) {
        case 0 -> house.storeWith(Customer.named("New " + number()).build(), "Grace", number());
        case 1 ->
            house.customers.edit(
                house.customers.byId(id).orElseThrow().change().city(number()).build());
        case 2 ->
            bulk(
                ids,
                new BulkChange.Edit(
                    c -> c.change().owner(random.nextBoolean() ? "Ann" : "Bob").build()));
        case 3 -> bulk(ids, new BulkChange.Tag(List.of("tag" + random.nextInt(5))));
        case 4 -> bulk(new long[] {id, other}, new BulkChange.Delete());
        case 5 -> house.customers.delete(id);
        case 6 -> merge(id, other);
        case 7 -> handOver.run("Ann", random.nextBoolean() ? "Bob" : "Cem", null, Progress.NONE);
        case 8 -> imported();
        case 9 -> house.timeline.note(id, "note " + number());
        case 10 -> house.profiles.rate(id, Rating.SIZE, random.nextBoolean() ? "LARGE" : null);
        default -> restoreOrDeletePerson(id);
      }
    }

    void bulk(long[] ids, BulkChange change) {
      new BulkEdits(house.test.database(), house.customers, house.profiles)
          .run(ids, change, "many", Progress.NONE);
    }

    void merge(long one, long other) {
      if (one != other) {
        MergeDraft draft = house.merges.draft(List.of(one, other));
        house.merges.merge(draft);
      }
    }

    void imported() throws IOException {
      StringBuilder rows = new StringBuilder("Company,Contact,Mobile,City\n");
      for (int i = 0; i < 6; i++) {
        rows.append("Firm ").append(random.nextInt(20)).append(",Ida,").append(number());
        rows.append(",City ").append(random.nextInt(3)).append('\n');
      }
      bench.commit(bench.csv(rows.toString()), ImportOptions.DEFAULT);
    }

    void restoreOrDeletePerson(long id) {
      List<Trashed> page = trash.page(null, 5);
      List<Contact> people = house.customers.portrait(id).contacts();
      if (!page.isEmpty() && page.getFirst().recordTable().equals("customer")) {
        new Restoring(trash, house.customers, house.profiles, house.twins)
            .restore(page.getFirst(), "sure");
      } else if (!people.isEmpty()) {
        house.customers.deleteContact(people.getFirst());
      }
    }

    @Override
    public void close() {
      bench.close();
      house.close();
    }
  }

  private static String image(TestDatabase test) {
    StringBuilder image = new StringBuilder();
    for (String table : TABLES) {
      test.rows("SELECT * FROM " + table + " ORDER BY id")
          .forEach(
              row -> {
                row.remove("version");
                row.remove("row_crc");
                image.append(table).append(row).append('\n');
              });
    }
    return image.toString();
  }

  private static Database.Undone undoLast(Database database) {
    return database.undo(database.lastUndoable(NOBODYS).orElseThrow());
  }

  @OnBothDatabases
  void anySequenceOfActsIsTakenBackInOrderAlsoAfterARestart(TestDatabase test) throws IOException {
    long seed = 4;
    Random random = new Random(seed);
    Deque<String> images = new ArrayDeque<>();
    for (int restart = 0; restart < 2; restart++) {
      try (Acts acts = new Acts(test, folder, random)) {
        for (int i = 0; i < ACTS / 2; i++) {
          if (!images.isEmpty() && random.nextInt(8) == 0) {
            assertThat(undoLast(test.database()).kept()).isEmpty();
            assertThat(image(test)).isEqualTo(images.pop());
          } else {
            String before = image(test);
            acts.act();
            if (!image(test).equals(before)) {
              images.push(before);
            }
          }
        }
      }
      test.reopen();
    }
    assertThat(images).hasSizeGreaterThan(10);
    int left = images.size();
    while (!images.isEmpty()) {
      assertThat(undoLast(test.database()).kept())
          .as("step %s of %s", images.size(), left)
          .isEmpty();
      assertThat(image(test)).isEqualTo(images.pop());
    }
    assertThat(test.count("customer")).isZero();
  }

  @OnBothDatabases
  void aChangeThatMustBeKeptWholeDoesNotBlockTheOnesBeforeIt(TestDatabase test) {
    try (TwinsHouse house = new TwinsHouse(test)) {
      long id = house.store("Bluefen", "13800138001", "Ann");
      Customer first = house.customers.byId(id).orElseThrow();
      long city = house.customers.edit(first.change().city("Bonn").build()).sequence();
      Customer second = house.customers.byId(id).orElseThrow();
      house.customers.edit(second.change().city("Ulm").build());
      assertThat(test.database().undo(city).kept())
          .containsExactly(new Database.Kept("customer", id, "store.undo.changed"));
      undoLast(test.database());
      assertThat(house.customers.byId(id).orElseThrow().city()).isEqualTo("Bonn");
      assertThat(undoLast(test.database()).kept())
          .extracting(Database.Kept::table, Database.Kept::why)
          .contains(tuple("customer", "store.undo.changed"), tuple("phone", "store.undo.together"));
      assertThat(house.customers.portrait(id).phones()).hasSize(1);
      assertThat(test.database().lastUndoable(NOBODYS)).isEmpty();
    }
  }
}
