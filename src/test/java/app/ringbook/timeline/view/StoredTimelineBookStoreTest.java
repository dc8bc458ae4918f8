package app.ringbook.timeline.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

class StoredTimelineBookStoreTest {
  private static final Instant LATER = Instant.parse("2027-03-01T08:30:00Z");

  @OnBothDatabases
  void aNoteAndItsNextContactAreOneStep(TestDatabase test) {
    Customers customers =
        new Customers(
            test.database(),
            new PhoneNumbers(() -> new PhoneNumbers.Rules("DE", "030", "")),
            test.clock());
    Timeline timeline = new Timeline(test.database(), test.clock());
    customers.follow(timeline);
    StoredTimelineBook book =
        new StoredTimelineBook(test.database(), timeline, customers, test.clock());
    long id = customers.create(NewCustomer.of("Halden", List.of())).value();
    List<Long> heard = new CopyOnWriteArrayList<>();
    book.changes(heard::add);

    long sequence = book.note(id, "Call back\non Monday", LATER);

    assertThat(customers.byId(id).orElseThrow().nextContactAt()).isEqualTo(LATER);
    assertThat(book.read(id, Set.of(TimelineKind.NOTE), null, 10))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.title()).isEqualTo("Call back");
              assertThat(note.detail()).isEqualTo("Call back\non Monday");
            });
    assertThat(book.counts(id)).containsEntry(TimelineKind.NEXT_CONTACT, 1);
    assertThat(heard).containsOnly(id).isNotEmpty();
    heard.clear();

    test.database().undo(sequence);

    assertThat(customers.byId(id).orElseThrow().nextContactAt()).isNull();
    assertThat(book.read(id, Set.of(TimelineKind.NOTE), null, 10)).isEmpty();
    assertThat(heard).contains(id);
  }
}
