package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Customer;
import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.FakeCustomerBook;
import org.junit.jupiter.api.Test;

class FactsEditTest {
  private final Customer oakhurst =
      FakeCustomerBook.stored(Customer.named("Oakhurst").city("Bonn").build(), 1, 1);
  private final FakeCustomerBook book = new FakeCustomerBook().with(oakhurst, null, null);
  private final FactsEdit edit = new FactsEdit(book, oakhurst);

  @Test
  void onlyWhatWasTypedIsWritten() {
    edit.type(Fact.CITY, " Köln ");
    book.changedByOthers(1, oakhurst.change().industry("Automotive").build());
    edit.save();

    assertThat(stored().city()).isEqualTo("Köln");
    assertThat(stored().industry()).isEqualTo("Automotive");
  }

  @Test
  void nothingTypedWritesNothing() {
    edit.type(Fact.CITY, "Bonn");

    assertThat(edit.save()).isZero();
    assertThat(stored().version()).isEqualTo(1);
  }

  @Test
  void aFactOthersChangedTooIsNamedOnceAndThenReplaced() {
    edit.type(Fact.CITY, "Köln");
    book.changedByOthers(1, oakhurst.change().city("Mainz").build());
    assertThatThrownBy(edit::save)
        .isInstanceOfSatisfying(
            FactsEdit.Overlap.class,
            overlap -> {
              assertThat(overlap.fact()).isEqualTo(Fact.CITY);
              assertThat(overlap.theirs()).isEqualTo("Mainz");
            });
    assertThat(stored().city()).isEqualTo("Mainz");

    edit.save();

    assertThat(stored().city()).isEqualTo("Köln");
  }

  @Test
  void aNameCannotBeTakenAway() {
    edit.type(Fact.NAME, "  ");

    assertThatThrownBy(edit::save).isInstanceOf(ProblemException.class);
  }

  @Test
  void whoAskedNotToBeCalledIsMarked() {
    edit.doNotCall(true);
    edit.save();

    assertThat(stored().doNotCall()).isTrue();
  }

  private Customer stored() {
    return book.stored(1).customer();
  }
}
