package app.ringbook.lead.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.Dialler;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.lead.intake.LeadReading;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.testkit.FakeNavigation;
import app.ringbook.testkit.FakeToasts;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.KeyDispatcher;
import app.ringbook.ui.OverlayPane;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.words.DateWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadsPageUiTest extends FxTest {
  @TempDir static Path folder;
  private final TestDatabase test = TestDatabase.embedded();
  private final CallHouse house = new CallHouse(test);
  private final Leads leads =
      new Leads(
          house.database,
          new CustomerSearch(house.database),
          house.customers,
          house.twins,
          house.timeline,
          house.records,
          house.numbers,
          house.clock);
  private final Background background = new Background(Fx.executor());
  private final FakeToasts toasts = new FakeToasts();
  private final List<String> dialled = new CopyOnWriteArrayList<>();
  private final List<Long> opened = new ArrayList<>();
  private final Settings settings = new Settings(folder.resolve("settings"));
  private volatile String clip = "";
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
        new LeadIntakeModel(
            new LeadIntake(house.database, leads, house.matcher, house.clock),
            new LeadReading(house.numbers),
            settings,
            background),
        lookup(),
        new LeadsPage.Surroundings(
            new Calling(dialler, ClipboardAccess.system(), language(), toasts),
            opened::add,
            new Folders(),
            clipboard(),
            new DateWords(house.clock),
            house.clock),
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

  private LeadLookup lookup() {
    return new LeadLookup() {
      @Override
      public List<CustomerSearch.Hit> find(String text) {
        return List.of();
      }

      @Override
      public List<Match.Candidate> likely(Lead lead) {
        return house.matcher.match(house.numbers.parse(lead.numberToDial())).candidates();
      }
    };
  }

  private ClipboardAccess clipboard() {
    return new ClipboardAccess() {
      @Override
      public boolean copy(String text) {
        return false;
      }

      @Override
      public Optional<String> text() {
        return Optional.of(clip);
      }
    };
  }

  private static final class Folders implements FileChoice {
    @Override
    public Optional<Path> open(String title, Filter... filters) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String proposedName, Filter... filters) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.of(folder);
    }
  }

  private void keep(String name, String number, LeadSource source, String note) {
    leads.keep(new NewLead(name, null, house.numbers.parse(number), source, note));
    house.clock.advance(java.time.Duration.ofMinutes(7));
  }

  private void act(LeadsPage page, String id) {
    fx(
        () ->
            page.actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    settle();
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
    await()
        .until(() -> leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE).converted() == 1);
    await().until(() -> !toasts.all().isEmpty());
  }

  @Test
  void theSameInChineseAndDark() {
    speak(Texts.CHINESE);
    dark(true);
    showPage();
    assertThat(user().texts()).contains("线索", "未接来电", "到期");
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

  @Test
  void everyFieldOfALeadCanBeChangedAndTakenBack() {
    act(showPage(), "leads.edit");
    await().until(() -> user().sees("What happened"));
    settle();
    assertThat(user().texts())
        .contains("Edit lead", "Lead kept: Call", "Does not want to be called");
    snapshot("leads-edit-en");
    user().type(" Anne");
    user().press(KeyCode.ENTER);
    await().until(() -> !toasts.all().isEmpty());
    assertThat(leads.page(LeadFilter.of(Lead.State.NEW).withText("anne"), null, 5)).hasSize(1);
    fx(Objects.requireNonNull(toasts.all().getFirst().action()));
    await()
        .until(() -> leads.page(LeadFilter.of(Lead.State.NEW).withText("anne"), null, 5).isEmpty());
  }

  @Test
  void whatCannotBeSavedIsSaidInTheForm() {
    act(showPage(), "leads.new");
    user().type("Ann");
    user().press(KeyCode.TAB);
    user().press(KeyCode.TAB);
    fx(() -> ((javafx.scene.control.TextField) user().focused()).setText("no number"));
    user().press(KeyCode.ENTER);
    await()
        .until(() -> user().sees("“no number” is no phone number. Leave it empty or correct it."));
  }

  @Test
  void pastedRowsAreShownBeforeTheyAreTakenIn() {
    clip = "name\tphone\nAnn\t02155550181\nBen\t021 5555 0181\nEve\t\nGrace\t01064321234\n";
    showPage();
    user().click("Paste leads");
    await().until(() -> user().sees("1 new, 2 already there, 1 without contact"));
    settle();
    assertThat(user().texts())
        .contains(
            "Same as row 2, Ann",
            "Is a lead already, Grace Liu",
            "Neither a number nor an e-mail",
            "Take in 1 lead");
    snapshot("leads-paste-en");
    user().click("Take in 1 lead");
    await().until(() -> leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE).fresh() == 3);
    await().until(() -> !toasts.all().isEmpty());
    fx(Objects.requireNonNull(toasts.all().getFirst().action()));
    await().until(() -> leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE).fresh() == 2);
  }

  @Test
  void aLeadIsAssignedByKey() {
    act(showPage(), "leads.assign");
    user().type("Nora");
    user().press(KeyCode.ENTER);
    await().until(() -> leads.owners().equals(List.of("Nora")));
  }

  @Test
  void whoDoesNotWantToBeCalledIsNotCalled() {
    keep("Ann", "02155550181", LeadSource.FORM, "");
    Lead ann = leads.page(LeadFilter.of(Lead.State.NEW), null, 5).getFirst();
    leads.edit(
        ann,
        new NewLead(
            "Ann", null, null, house.numbers.parse("02155550181"), null, "FORM", null, null, true));
    showPage();
    Lead quiet = leads.byId(ann.id()).orElseThrow();
    LeadsPage page = onFx(() -> page(overlay()));
    fx(() -> page.call(quiet));
    assertThat(dialled).isEmpty();
    assertThat(toasts.all()).hasSize(1);
  }

  @Test
  void aClickOnTheNextContactOffersTheUsualMomentsAndKeepsOne() {
    showPage();
    Lead grace = leads.page(LeadFilter.ALL.withText("Grace"), null, 5).getFirst();
    user().click(".lead-due");
    settle();
    snapshot("leads-next-contact");
    user().click("Tomorrow 10:00");
    await().until(() -> leads.byId(grace.id()).orElseThrow().nextContactAt() != null);
    settle();
    assertThat(user().sees(".lead-next")).isFalse();
    assertThat(toasts.all()).hasSize(1);
  }
}
