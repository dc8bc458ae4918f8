package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customer;
import app.ringbook.customer.twins.Twin;
import app.ringbook.platform.Background;
import app.ringbook.testkit.FakeCustomerBook;
import app.ringbook.testkit.FakeCustomers;
import app.ringbook.testkit.FrontQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewCustomerModelTest {
  private final FrontQueue front = new FrontQueue();
  private final Background background = new Background(front);
  private final FakeCustomerBook book =
      new FakeCustomerBook()
          .with(FakeCustomers.stored(Customer.named("Oakhurst").build(), 1, 1), "555-0101", "Maya");
  private final NewCustomerModel model = new NewCustomerModel(book, background);
  private final List<CustomerBook.Created> created = new ArrayList<>();

  @AfterEach
  void stop() {
    background.close();
  }

  @Test
  void aNameIsEnough() {
    assertThat(model.complete().get()).isFalse();
    model.name().set(" Halden Marine ");
    assertThat(model.complete().get()).isTrue();
    model.save(created::add);
    front.runUntil(() -> !created.isEmpty());

    assertThat(book.stored(created.getFirst().id()).customer().name()).isEqualTo("Halden Marine");
  }

  @Test
  void aNumberIsEnough() {
    model.phone().set("030-0074321");
    model.save(created::add);
    front.runUntil(() -> !created.isEmpty());

    assertThat(book.stored(created.getFirst().id()).mainPhone().orElseThrow().number().raw())
        .isEqualTo("030-0074321");
  }

  @Test
  void aContactAloneIsNotEnough() {
    model.contact().set("Maya");
    model.save(created::add);

    assertThat(model.problem().get()).isNotNull();
    assertThat(book.count()).isEqualTo(1);
  }

  @Test
  void theSameNameIsOfferedWhileTyping() {
    model.name().set("oakhurst");
    front.runUntil(() -> !model.twins().get().isEmpty());
    assertThat(model.twins().get())
        .containsExactly(new Twin(1, "Oakhurst", null, null, Twin.Why.NAME, 100));

    model.name().set("");

    assertThat(model.twins().get()).isEmpty();
  }

  @Test
  void whatWasTypedStaysWhenItCannotBeSaved() {
    model.name().set("Halden Marine");
    book.failWith(new IllegalStateException("no disk"));
    model.save(created::add);
    front.runUntil(() -> model.problem().get() != null);
    assertThat(model.name().get()).isEqualTo("Halden Marine");
    assertThat(model.saving().get()).isFalse();

    book.failWith(null);
    model.save(created::add);

    front.runUntil(() -> !created.isEmpty());
  }
}
