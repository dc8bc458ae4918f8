package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customer;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.view.CellEdit.State;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.FakeCustomerBook;
import app.ringbook.testkit.FakeCustomers;
import app.ringbook.testkit.FrontQueue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellEditTest {
  private static final Instant THURSDAY = Instant.parse("2026-11-26T02:30:00Z");
  private final FrontQueue front = new FrontQueue();
  private final Background background = new Background(front);
  private final FakeCustomerBook book =
      new FakeCustomerBook()
          .with(FakeCustomers.stored(Customer.named("Oakhurst").build(), 1, 1), "555-0101", "Maya");

  @AfterEach
  void stop() {
    background.close();
  }

  @Test
  void aNewNameIsSavedAndCanBeTakenBack() {
    CellEdit edit = edit("name");
    edit.save(" Oakhurst Motors ");
    front.runUntil(() -> edit.state().get() instanceof State.Saved);
    assertThat(book.stored(1).customer().name()).isEqualTo("Oakhurst Motors");

    book.undo(((State.Saved) edit.state().get()).sequence());

    assertThat(book.stored(1).customer().name()).isEqualTo("Oakhurst");
  }

  @Test
  void anEmptyNameKeepsTheCellOpenWithTheReason() {
    CellEdit edit = edit("name");
    edit.save("  ");

    assertThat(edit.state().get())
        .isInstanceOfSatisfying(
            State.Refused.class,
            refused ->
                assertThat(((ProblemException) refused.why()).key())
                    .isEqualTo("customer.problem.name_empty"));
    edit.typed();
    assertThat(edit.state().get()).isEqualTo(new State.Open());
  }

  @Test
  void anUnchangedValueWritesNothing() {
    CellEdit edit = edit(ListFields.PHONE);
    edit.save("555-0101");

    assertThat(edit.state().get()).isEqualTo(new State.Saved(0));
  }

  @Test
  void aPhoneWithoutDigitsIsRefusedByTheStore() {
    CellEdit edit = edit(ListFields.PHONE);
    edit.save("ask Maya");
    front.runUntil(() -> edit.state().get() instanceof State.Refused);

    assertThat(book.stored(1).mainPhone().orElseThrow().number().raw()).isEqualTo("555-0101");
  }

  @Test
  void anEmptyPhoneTakesTheNumberAway() {
    CellEdit edit = edit(ListFields.PHONE);
    edit.save("");
    front.runUntil(() -> edit.state().get() instanceof State.Saved);

    assertThat(book.stored(1).phones()).isEmpty();
  }

  @Test
  void aNextContactKeepsItsPurpose() {
    book.with(
        FakeCustomers.stored(
            Customer.named("Oakhurst").nextContactNote("Agree terms").build(), 1, 1),
        null,
        null);
    CellEdit edit = edit("nextContact");
    edit.save(THURSDAY);
    front.runUntil(() -> edit.state().get() instanceof State.Saved);

    assertThat(book.stored(1).customer().nextContactAt()).isEqualTo(THURSDAY);
    assertThat(book.stored(1).customer().nextContactNote()).isEqualTo("Agree terms");
  }

  @Test
  void aValueOthersChangedIsShownBesideMineAndSavedOnlyWhenISaySo() {
    CellEdit edit = edit("name");
    book.changedByOthers(1, book.stored(1).customer().change().name("Oakhurst AG").build());
    edit.save("Oakhurst Motors");
    front.runUntil(() -> edit.state().get() instanceof State.Conflict);
    assertThat(edit.state().get()).isEqualTo(new State.Conflict("Oakhurst Motors", "Oakhurst AG"));
    assertThat(book.stored(1).customer().name()).isEqualTo("Oakhurst AG");

    edit.saveAnyway();
    front.runUntil(() -> edit.state().get() instanceof State.Saved);

    assertThat(book.stored(1).customer().name()).isEqualTo("Oakhurst Motors");
  }

  @Test
  void anotherFieldChangedByOthersIsKept() {
    CellEdit edit = edit("name");
    book.changedByOthers(1, book.stored(1).customer().change().industry("Automotive").build());
    edit.save("Oakhurst Motors");
    front.runUntil(() -> edit.state().get() instanceof State.Saved);

    assertThat(book.stored(1).customer().name()).isEqualTo("Oakhurst Motors");
    assertThat(book.stored(1).customer().industry()).isEqualTo("Automotive");
  }

  @Test
  void aCustomerDeletedMeanwhileIsSaidToBeGone() {
    CellEdit edit = edit("name");
    book.delete(1);
    edit.save("Oakhurst Motors");

    front.runUntil(() -> edit.state().get() instanceof State.Refused);
  }

  private CellEdit edit(String field) {
    Field<CustomerRecord> edited =
        book.fields().stream().filter(f -> f.key().equals(field)).findFirst().orElseThrow();
    return new CellEdit(book, background, edited, book.lines(List.of(1L)).getFirst());
  }
}
