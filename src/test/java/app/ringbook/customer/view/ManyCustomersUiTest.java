package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Texts;
import app.ringbook.testkit.CustomerStage;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.ManyCustomers;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list of 200,000 reads only what is looked at. */
class ManyCustomersUiTest extends FxTest {
  private static final int MANY = 200_000;
  private final ManyCustomers book = new ManyCustomers(MANY);
  private final CustomerStage stage = new CustomerStage(language(), book);
  private final CustomersPage page =
      onFx(() -> new CustomersPage(stage.around, List.of(), stage.settings, stage.files));

  @AfterEach
  void hide() {
    fx(page::hidden);
    stage.background.close();
  }

  @Test
  void opensScrollsToTheEndAndFiltersWithoutReadingTheRest() {
    show(onFx(() -> stage.window(page)), 1000, 700);
    fx(page::shown);
    awaitSees("Customer 000001");
    awaitSees("200,000");
    await().until(() -> "customers".equals(user().focused().getId()));

    user().press(KeyCode.END);
    awaitSees("Customer 200000");
    user().press(KeyCode.PAGE_UP).press(KeyCode.HOME);
    awaitSees("Customer 000001");
    user().press(KeyCode.CONTROL, KeyCode.F).type("123456");
    awaitSees("Customer 123456");

    assertThat(book.linesRead()).isLessThan(2_000);
  }

  @Test
  void rowsThatCannotBeReadAreSaidAndReadOnceTheyCan() {
    book.unreadable = true;
    show(onFx(() -> stage.window(page)), 1000, 700);
    fx(page::shown);
    awaitSees("Some customers can’t be read. Your data is safe.");
    user().click("Try again");
    awaitSees("Some customers can’t be read. Your data is safe.");
    book.unreadable = false;
    user().click("Try again");
    awaitSees("Customer 000001");
    assertThat(user().sees("Try again")).isFalse();
  }

  @Test
  void theThumbOfALongListIsLargeEnoughToTake() {
    show(onFx(() -> stage.window(page)), 1000, 700);
    fx(page::shown);
    awaitSees("Customer 000001");
    ScrollBar bar = onFx(this::verticalBar);
    double thumb = onFx(() -> ((Region) bar.lookup(".thumb")).getHeight());
    assertThat(thumb).isBetween(24.0, 40.0);
    assertThat(onFx(bar::getWidth)).isEqualTo(8.0);
    user().press(KeyCode.END);
    awaitSees("Customer 200000");
    assertThat(onFx(() -> bar.lookup(".thumb").getBoundsInParent().getMaxY()))
        .isLessThanOrEqualTo(onFx(bar::getHeight));
  }

  @Test
  void saysHowFarTheSearchIsAndAsksAgainOnceItIsReady() {
    show(onFx(() -> stage.window(page)), 1000, 700);
    fx(page::shown);
    awaitSees("Customer 000001");
    fx(() -> stage.search.at(40, 100));
    assertThat(user().sees("Search is being prepared, 40 %")).isTrue();
    speak(Texts.CHINESE);
    assertThat(user().sees("正在准备搜索，40%")).isTrue();
    user().press(KeyCode.CONTROL, KeyCode.F).type("123456");
    awaitSees("Customer 123456");
    long asked = book.questions();
    fx(stage.search::done);
    assertThat(user().sees("正在准备搜索，40%")).isFalse();
    await().until(() -> book.questions() > asked);
  }

  private ScrollBar verticalBar() {
    return page.node().lookupAll(".table-view .scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
        .findFirst()
        .orElseThrow();
  }

  private void awaitSees(String what) {
    await(what)
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              settle();
              return user().sees(what);
            });
  }
}
