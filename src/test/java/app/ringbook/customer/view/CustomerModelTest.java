package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customer;
import app.ringbook.customer.view.CustomerModel.Status;
import app.ringbook.platform.Background;
import app.ringbook.testkit.FakeCustomerBook;
import app.ringbook.testkit.FakeCustomers;
import app.ringbook.testkit.FrontQueue;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerModelTest {
  private final FrontQueue front = new FrontQueue();
  private final Background background = new Background(front);
  private final FakeCustomerBook book =
      new FakeCustomerBook()
          .with(FakeCustomers.stored(Customer.named("Oakhurst").build(), 1, 1), "555-0101", "Maya")
          .with(FakeCustomers.stored(Customer.named("Halden").build(), 2, 1), null, null);
  private final CustomerModel model = new CustomerModel(book, background, front);

  @AfterEach
  void stop() {
    background.close();
  }

  @Test
  void followsTheCustomerItShows() {
    model.show(1);
    assertThat(model.status().get()).isEqualTo(Status.LOADING);
    front.runUntil(() -> model.status().get() == Status.READY);
    assertThat(name()).isEqualTo("Oakhurst");

    book.changedByOthers(1, book.stored(1).customer().change().name("Oakhurst AG").build());

    front.runUntil(() -> name().equals("Oakhurst AG"));
  }

  @Test
  void aCustomerThatWasDeletedIsGoneAndComesBackByUndo() {
    model.show(1);
    front.runUntil(() -> model.status().get() == Status.READY);
    long sequence = book.delete(1);
    front.runUntil(() -> model.status().get() == Status.GONE);
    assertThat(model.portrait().get()).isNull();

    book.undo(sequence);

    front.runUntil(() -> model.status().get() == Status.READY);
  }

  @Test
  void whoeverSeesThatItIsReadySeesACustomer() {
    AtomicInteger without = new AtomicInteger();
    Runnable look =
        () -> {
          if (model.status().get() == Status.READY && model.portrait().get() == null) {
            without.incrementAndGet();
          }
        };
    model.portrait().addListener((at, was, is) -> look.run());
    model.status().addListener((at, was, is) -> look.run());
    model.show(1);
    front.runUntil(() -> model.status().get() == Status.READY);
    model.show(2);
    front.runUntil(() -> model.status().get() == Status.READY);
    book.delete(2);
    front.runUntil(() -> model.status().get() == Status.GONE);
    model.show(1);
    front.runUntil(() -> model.status().get() == Status.READY);
    model.clear();

    assertThat(without).hasValue(0);
  }

  @Test
  void theLastCustomerAskedForIsTheOneShown() {
    model.show(1);
    model.show(2);
    front.runUntil(() -> model.status().get() == Status.READY);

    assertThat(name()).isEqualTo("Halden");
  }

  @Test
  void aFailureIsShown() {
    book.failWith(new IllegalStateException("no disk"));
    model.show(1);

    front.runUntil(() -> model.status().get() == Status.FAILED);
  }

  @Test
  void clearedItShowsNobody() {
    model.show(1);
    front.runUntil(() -> model.status().get() == Status.READY);
    model.clear();

    assertThat(model.status().get()).isEqualTo(Status.NOBODY);
  }

  private String name() {
    return Objects.requireNonNull(model.portrait().get()).customer().name();
  }
}
