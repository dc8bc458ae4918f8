package app.ringbook.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

class TimelineStoreTest {
  private final PhoneNumbers numbers =
      new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", ""));

  private static NewEntry entry(
      long customer, @Nullable Long contact, TimelineKind kind, Instant at, String title) {
    return new NewEntry(customer, contact, kind, at, title, null, "Li", NewEntry.BY_IMPORT, 7L);
  }

  private long customer(TestDatabase test, Timeline timeline) {
    Customers customers = new Customers(test.database(), numbers, test.clock());
    customers.follow(timeline);
    return customers.create(NewCustomer.of("Acme", List.of())).value();
  }

  @OnBothDatabases
  void aNoteIsWrittenByThePersonHere(TestDatabase test) {
    Timeline timeline = new Timeline(test.database(), test.clock());
    long id = customer(test, timeline);
    List<TimelineEntry> told = new ArrayList<>();
    timeline.changes().add(told::add);
    TimelineEntry note = timeline.note(id, " Wants a quote\nby Friday ").value();
    assertThat(note.title()).isEqualTo("Wants a quote");
    assertThat(note.detail()).isEqualTo("Wants a quote\nby Friday");
    assertThat(note.actor()).isEqualTo("Test");
    assertThat(told).containsExactly(note);
    assertThat(timeline.last(id)).contains(note);
    assertThat(timeline.read(id, Set.of(), null, 9))
        .extracting(TimelineEntry::kind)
        .containsExactly(TimelineKind.NOTE, TimelineKind.CREATED);
    assertThatThrownBy(() -> timeline.note(id, " \n")).isInstanceOf(ProblemException.class);
  }

  @OnBothDatabases
  void pagesComeNewestFirstAndEqualMomentsKeepTheirOrder(TestDatabase test) {
    Timeline timeline = new Timeline(test.database(), test.clock());
    long id = customer(test, timeline);
    long other = customer(test, timeline);
    Instant now = test.clock().now().plus(Duration.ofHours(1));
    test.database()
        .inTransaction(
            Change.of("timeline.change.note", "x"),
            tx -> {
              List<NewEntry> entries = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                Instant at = now.plusSeconds(i / 4);
                TimelineKind kind = i % 2 == 0 ? TimelineKind.CALL : TimelineKind.NOTE;
                entries.add(entry(id, null, kind, at, "e" + i));
                entries.add(entry(other, null, kind, at, "other"));
              }
              return timeline.appendAllIn(tx, entries);
            });
    List<String> titles = new ArrayList<>();
    Timeline.Key before = null;
    List<TimelineEntry> page;
    do {
      page = timeline.read(id, Set.of(), before, 3);
      page.forEach(e -> titles.add(e.title()));
      before = page.isEmpty() ? before : Timeline.Key.of(page.getLast());
    } while (!page.isEmpty());
    assertThat(titles)
        .containsExactly("e9", "e8", "e7", "e6", "e5", "e4", "e3", "e2", "e1", "e0", "Acme");
    assertThat(timeline.read(id, Set.of(TimelineKind.CALL), null, 3))
        .extracting(TimelineEntry::title)
        .containsExactly("e8", "e6", "e4");
    assertThat(timeline.counts(id))
        .isEqualTo(Map.of(TimelineKind.CALL, 5, TimelineKind.NOTE, 5, TimelineKind.CREATED, 1));
  }

  @OnBothDatabases
  void aRareKindIsFoundFarBack(TestDatabase test) {
    Timeline timeline = new Timeline(test.database(), test.clock());
    long id = customer(test, timeline);
    Instant now = test.clock().now();
    test.database()
        .inTransaction(
            Change.of("timeline.change.note", "x"),
            tx -> {
              List<NewEntry> entries = new ArrayList<>();
              for (int i = 1; i <= 450; i++) {
                entries.add(entry(id, null, TimelineKind.CALL, now.plusSeconds(i), "c"));
              }
              return timeline.appendAllIn(tx, entries);
            });
    assertThat(timeline.read(id, Set.of(TimelineKind.CREATED), null, 5)).hasSize(1);
    assertThat(timeline.read(id, Set.of(TimelineKind.IMPORTED), null, 5)).isEmpty();
    assertThat(timeline.read(id, Set.of(TimelineKind.CALL), null, 250)).hasSize(250);
  }

  @OnBothDatabases
  void aCustomersStoryEndsWithTheCustomer(TestDatabase test) {
    Timeline timeline = new Timeline(test.database(), test.clock());
    Customers customers = new Customers(test.database(), numbers, test.clock());
    customers.follow(timeline);
    long id = customers.create(NewCustomer.of("Acme", List.of())).value();
    Instant at = test.clock().now().plus(Duration.ofDays(1));
    customers.setNextContact(id, at, "quote");
    TimelineEntry agreed = timeline.read(id, Set.of(), null, 1).getFirst();
    assertThat(agreed.kind()).isEqualTo(TimelineKind.NEXT_CONTACT);
    assertThat(agreed.ref()).isEqualTo(at.toEpochMilli());
    assertThat(agreed.title()).isEqualTo("quote");
    Contact contact =
        customers
            .addContact(
                id, new NewCustomer.NewContact("Bo", null, null, null, true, false, List.of()))
            .value();
    test.database()
        .inTransaction(
            Change.of("timeline.change.note", "x"),
            tx ->
                timeline.appendIn(
                    tx, entry(id, contact.id(), TimelineKind.CALL, at, "call with Bo")));
    customers.deleteContact(contact);
    assertThat(timeline.read(id, Set.of(TimelineKind.CALL), null, 5).getFirst().contactId())
        .isNull();
    customers.delete(id);
    assertThat(timeline.read(id, Set.of(), null, 5)).isEmpty();
    assertThat(test.count("timeline_entry")).isZero();
  }
}
