package app.ringbook.lead.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.Dialler;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.Texts;
import app.ringbook.testkit.FakeNavigation;
import app.ringbook.testkit.FakeToasts;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.KeyDispatcher;
import app.ringbook.ui.OverlayPane;
import app.ringbook.ui.WindowTools;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadsPageUiTest extends FxTest {
  private final TestDatabase test = TestDatabase.embedded();
  private final CallHouse house = new CallHouse(test);
  private final Leads leads =
      new Leads(
          house.database,
          house.customers,
          house.timeline,
          house.records,
          house.numbers,
          house.clock);
  private final Background background = new Background(Fx.executor());
  private final FakeToasts toasts = new FakeToasts();
  private final List<String> dialled = new CopyOnWriteArrayList<>();
  private final List<Long> opened = new ArrayList<>();
  private final LeadsModel model =
      onFx(() -> new LeadsModel(leads, house.database::undo, background, Fx.executor()));

  @AfterEach
  void end() {
    fx(model::hidden);
    background.close();
    house.close();
    test.close();
    speak(Texts.ENGLISH);
    dark(false);
  }

  private static OverlayPane overlay() {
    return new OverlayPane(new KeyDispatcher(), new SimpleBooleanProperty(true));
  }

  private LeadsPage page(OverlayPane overlay) {
    Dialler dialler =
        new Dialler() {
          @Override
          public boolean canDial() {
            return true;
          }

          @Override
          public void dial(PhoneNumber number) {
            dialled.add(number.raw());
          }
        };
    return new LeadsPage(
        model,
        new Calling(dialler, ClipboardAccess.system(), language(), toasts),
        opened::add,
        house.numbers,
        new WindowTools(
            language(),
            new Formats(language(), house.clock),
            background,
            new FakeNavigation(),
            toasts,
            overlay,
            new KeyDispatcher()));
  }

  private void keep(String name, String number, LeadSource source, String note) {
    leads.keep(new NewLead(name, null, house.numbers.parse(number), source, note));
    house.clock.advance(java.time.Duration.ofMinutes(7));
  }

  private LeadsPage showPage() {
    keep("", "02155550187", LeadSource.MISSED_CALL, "rang twice");
    keep("Grace Liu", "01064321234", LeadSource.CALL, "asks for prices");
    OverlayPane overlay = onFx(LeadsPageUiTest::overlay);
    LeadsPage page = onFx(() -> page(overlay));
    show(onFx(() -> new StackPane(page.node(), overlay)), 1000, 640);
    fx(page::shown);
    await().until(() -> onFx(() -> model.shownProperty().get()) == LeadsModel.Shown.LEADS);
    settle();
    return page;
  }

  @Test
  void strangersAreListedByStateAndBecomeCustomers() {
    showPage();
    snapshot("leads-en");
    assertThat(user().texts())
        .contains("Leads", "Grace Liu", "rang twice", "Missed call", "Unknown");
    user().press(KeyCode.ENTER);
    assertThat(user().texts()).contains("Make a customer of this lead");
    snapshot("leads-convert-en");
    user().press(KeyCode.ENTER);
    await().until(() -> leads.counts(LeadFilter.of(Lead.State.NEW)).converted() == 1);
    await().until(() -> !toasts.all().isEmpty());
  }

  @Test
  void theSameInChineseAndDark() {
    speak(Texts.CHINESE);
    dark(true);
    showPage();
    assertThat(user().texts()).contains("线索", "未接来电", "转为客户");
    snapshot("leads-zh-dark");
  }

  @Test
  void withoutLeadsItSaysHowTheyCome() {
    OverlayPane overlay = onFx(LeadsPageUiTest::overlay);
    LeadsPage page = onFx(() -> page(overlay));
    show(onFx(() -> new StackPane(page.node(), overlay)), 1000, 640);
    fx(page::shown);
    await().until(() -> onFx(() -> model.shownProperty().get()) == LeadsModel.Shown.EMPTY);
    settle();
    assertThat(user().texts()).contains("No leads here", "New lead");
  }
}
