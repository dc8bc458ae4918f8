package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customer;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.customer.view.CustomersModel.Status;
import app.ringbook.platform.Background;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.FakeCustomerBook;
import app.ringbook.testkit.FakeCustomers;
import app.ringbook.testkit.FrontQueue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersModelTest {
  private final FakeClock clock = new FakeClock();
  private final FrontQueue front = new FrontQueue();
  private final Background background = new Background(front);
  private final FakeCustomerBook book = new FakeCustomerBook();
  private final CustomersModel model = new CustomersModel(book, background, front);

  @AfterEach
  void stop() {
    background.close();
  }

  @Test
  void anEmptyBookSaysThatThereAreNoCustomers() {
    model.shown();
    front.runUntil(() -> model.status().get() == Status.NO_CUSTOMERS);

    assertThat(model.ids().get()).isEmpty();
  }

  @Test
  void listsCustomersByNameAndTurnsTheOrderRound() {
    book.with(customer(1, "Quillon"), "1", null).with(customer(2, "Ashdown"), "2", null);
    model.shown();
    front.runUntil(() -> model.status().get() == Status.READY);
    assertThat(model.ids().get()).containsExactly(2, 1);
    assertThat(model.total().get()).isEqualTo(2);

    model.sortBy("name");
    front.runUntil(() -> model.ids().get()[0] == 1);

    assertThat(model.state().get().descending()).isTrue();
  }

  @Test
  void aFilterThatFindsNobodyIsTakenAwayByShowAll() {
    book.with(customer(1, "Quillon"), "1", null);
    model.shown();
    model.text().set("  nobody ");
    front.runUntil(() -> model.status().get() == Status.NOTHING_FOUND);
    assertThat(book.asked().getLast().text()).isEqualTo("nobody");

    model.showAll();
    front.runUntil(() -> model.status().get() == Status.READY);

    assertThat(model.text().get()).isEmpty();
  }

  @Test
  void dueMeansLateOrToday() {
    Instant now = clock.now();
    book.with(due(1, "Late", now.minus(Duration.ofDays(3))), null, null)
        .with(due(2, "Tonight", now.plus(Duration.ofHours(10))), null, null)
        .with(due(3, "Tomorrow", now.plus(Duration.ofDays(1))), null, null)
        .with(customer(4, "Never"), null, null);
    model.shown();
    model.state().set(model.state().get().withFilter(due()));
    front.runUntil(() -> model.ids().get().length == 2);

    assertThat(model.ids().get()).containsExactly(1, 2);
  }

  @Test
  void nobodyDueIsSaidInItsOwnWay() {
    book.with(customer(1, "Quillon"), null, null);
    model.shown();
    model.state().set(model.state().get().withFilter(due()));

    front.runUntil(() -> model.status().get() == Status.NOBODY_DUE);
  }

  @Test
  void fastTypingAsksOnlyForTheNewestText() {
    book.with(customer(1, "Quillon"), null, null);
    model.shown();
    for (String typed : new String[] {"q", "qu", "qui", "quil", "quill"}) {
      model.text().set(typed);
    }
    front.runUntil(() -> !book.asked().isEmpty() && book.asked().getLast().text().equals("quill"));
    front.runUntil(() -> model.status().get() == Status.READY);

    assertThat(book.asked()).hasSize(1);
  }

  @Test
  void aChangeByOthersIsShown() {
    book.with(customer(1, "Quillon"), null, null);
    model.shown();
    front.runUntil(() -> model.ids().get().length == 1);

    book.create("New one", "", "", "");
    front.runUntil(() -> model.ids().get().length == 2);
  }

  @Test
  void aHiddenListHearsOfNothing() {
    book.with(customer(1, "Quillon"), null, null);
    model.shown();
    front.runUntil(() -> model.ids().get().length == 1);
    model.hidden();
    int asked = book.asked().size();

    book.create("New one", "", "", "");
    front.runWaiting();

    assertThat(book.asked()).hasSize(asked);
  }

  @Test
  void aFailureIsShownAndReloadRecovers() {
    book.with(customer(1, "Quillon"), null, null);
    book.failWith(new IllegalStateException("no disk"));
    model.shown();
    front.runUntil(() -> model.status().get() == Status.FAILED);

    book.failWith(null);
    model.reload();

    front.runUntil(() -> model.status().get() == Status.READY);
  }

  private static Filter due() {
    return Filter.any(
        Filter.where("nextContact", new Condition.When(Span.Named.OVERDUE)),
        Filter.where("nextContact", new Condition.When(Span.Named.TODAY)));
  }

  private static Customer customer(long id, String name) {
    return FakeCustomers.stored(Customer.named(name).build(), id, 1);
  }

  private static Customer due(long id, String name, Instant at) {
    return FakeCustomers.stored(Customer.named(name).nextContactAt(at).build(), id, 1);
  }
}
