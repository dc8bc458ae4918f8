package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.FakeToasts;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallingTest {
  private static final PhoneNumber NUMBER =
      new PhoneNumber("0571 8765 4321", "+8657187654321", "57187654321", null, null);
  private final FakeToasts toasts = new FakeToasts();
  private final List<String> done = new ArrayList<>();
  private boolean dials;
  private boolean lifts;
  private boolean inUse;
  private boolean copies = true;
  private final Calling calling =
      new Calling(
          new Dialler() {
            @Override
            public boolean canDial() {
              return dials;
            }

            @Override
            public boolean inUse() {
              return inUse;
            }

            @Override
            public boolean liftAfterDialling() {
              return lifts;
            }

            @Override
            public void dial(PhoneNumber number) {
              done.add("dial " + number.raw());
            }
          },
          new ClipboardAccess() {
            @Override
            public boolean copy(String text) {
              done.add("copy " + text);
              return copies;
            }

            @Override
            public Optional<String> text() {
              return Optional.empty();
            }
          },
          new Language(Texts.ENGLISH),
          toasts);

  @Test
  void aModemThatDialledAsksForTheHandset() {
    dials = true;
    lifts = true;
    calling.call(NUMBER, false);
    assertThat(done).containsExactly("dial 0571 8765 4321");
    assertThat(toasts.last().text()).isEqualTo("Dialling 0571 8765 4321. Pick up the handset now.");
  }

  @Test
  void aKitThatDialsByItselfSaysNothingMore() {
    dials = true;
    calling.call(NUMBER, false);
    assertThat(done).containsExactly("dial 0571 8765 4321");
    assertThat(toasts.all()).isEmpty();
  }

  @Test
  void nothingIsDialledIntoACallThatIsGoingOn() {
    dials = true;
    inUse = true;
    calling.call(NUMBER, false);
    assertThat(done).isEmpty();
    assertThat(toasts.last().text()).isEqualTo("Not dialled: a call is going on. Hang up first.");
  }

  @Test
  void withoutAKitThatDialsTheNumberIsCopied() {
    calling.call(NUMBER, false);
    assertThat(done).containsExactly("copy 0571 8765 4321");
    assertThat(toasts.last().kind()).isEqualTo(Toast.Kind.SUCCESS);
    copies = false;
    calling.call(NUMBER, false);
    assertThat(toasts.last().kind()).isEqualTo(Toast.Kind.WARNING);
  }

  @Test
  void whoAskedNotToBeCalledIsNotCalled() {
    dials = true;
    calling.call(NUMBER, true);
    assertThat(done).isEmpty();
    assertThat(toasts.last().kind()).isEqualTo(Toast.Kind.WARNING);
  }
}
