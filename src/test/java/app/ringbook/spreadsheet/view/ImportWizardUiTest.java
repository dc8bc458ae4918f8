package app.ringbook.spreadsheet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.twins.Twins;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.customer.ProfileColumns;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.testkit.FxTest;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportWizardUiTest extends FxTest {
  private static final String SHEET =
      """
      Company,Contact person,Tel,Grade,Last touch,How found us,Remarks,Internal colour,Empty
      Bluefen Biologics,Grace Liu,15550117.0,A,2026/6/15,Expo 2026,Needs 12 units,red,
      Castellan Valve Co.,Maya Okafor,+1 555-0148,A+,15.06.26,Referral,Wants 60-day terms,blue,
      Quillon,Dale Whitmore,+1 202-555-0163,b,June 12,Web,,green,
      ,,,,,,nobody here,,
      """;

  @TempDir Path folder;
  private TestDatabase store;
  private ImportModel model;
  private ImportWizard wizard;
  private final List<String> toasts = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private @Nullable Path chosen;

  @BeforeEach
  void open() throws IOException {
    store = TestDatabase.embedded();
    PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("US", "", ""));
    Customers customers = new Customers(store.database(), numbers, store.clock());
    Timeline timeline = new Timeline(store.database(), store.clock());
    ImportLine imports =
        new ImportLine(
            store.database(),
            new Kinds(
                List.of(
                    new CustomerKind(
                        customers,
                        timeline,
                        List::of,
                        new ProfileColumns(
                            List::of,
                            new Profiles(store.database(), store.clock()),
                            new FieldValues(() -> "CNY")),
                        new Twins(
                            store.database(),
                            customers,
                            new CustomerSearch(store.database()),
                            store.clock())),
                    new ContactKind(List::of))),
            numbers,
            store.clock(),
            progress -> {});
    Files.writeString(folder.resolve("customers-june.csv"), SHEET);
    model =
        new ImportModel(
            new Background(Fx.executor()), imports, numbers, new Settings(folder.resolve("set")));
    wizard =
        onFx(
            () ->
                new ImportWizard(
                    model,
                    language(),
                    new Formats(language(), store.clock()),
                    new OneFile(),
                    new HeardToasts(),
                    new Places()));
    show((Parent) wizard.node(), 1000, 900);
    fx(wizard::shown);
  }

  @AfterEach
  void close() {
    fx(model::close);
    store.close();
  }

  private void openFile() {
    chosen = folder.resolve("customers-june.csv");
    user().click("#choose-file");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onFx(() -> model.trial().rehearsalProperty().get() != null));
    settle();
  }

  private void reviewed() {
    user().click("#review");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onFx(() -> model.trial().rehearsalProperty().get() != null));
    settle();
  }

  private void imported() {
    user().click("#commit");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onFx(() -> model.work().doneProperty().get() != null));
    settle();
  }

  private void pictures(String name) {
    snapshot(name);
    dark(true);
    speak(Texts.CHINESE);
    settle();
    snapshot(name + "-zh-dark");
    dark(false);
    speak(Texts.ENGLISH);
    settle();
  }

  @Test
  void aFileIsLedThroughFourStepsAndTakenBack() {
    pictures("import-1-file");
    openFile();
    assertThat(user().sees("7 of 9 columns matched")).isTrue();
    assertThat(user().sees("Customer name")).isTrue();
    assertThat(user().sees("Phones stored as numbers")).isTrue();
    assertThat(user().sees("Row 2 becomes")).isTrue();
    pictures("import-2-match");

    reviewed();
    assertThat(user().sees("4 rows read = 3 new + 0 updated + 0 same + 0 duplicate + 1 refused"))
        .isTrue();
    assertThat(user().texts()).contains("No customer, person or phone in this row");
    pictures("import-3-review");

    imported();
    assertThat(user().sees("customers-june.csv is imported")).isTrue();
    assertThat(store.count("customer")).isEqualTo(3);
    pictures("import-4-done");

    user().click("#undo");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onFx(() -> model.work().undoneProperty().get() != null));
    settle();
    assertThat(store.count("customer")).isZero();
    assertThat(user().sees("Your customers are as they were before.")).isTrue();
  }

  @Test
  void aColumnIsGivenAnotherFieldAndTheMatchIsRememberedByTheShapeOfTheFile() {
    openFile();
    fx(() -> model.matching().map(7, CustomerFields.NOTE));
    settle();
    assertThat(user().sees("8 of 9 columns matched")).isTrue();
    reviewed();
    imported();
    fx(model::startOver);
    settle();
    openFile();
    assertThat(user().sees("8 of 9 columns matched")).isTrue();
    assertThat(user().sees("Matched as last time for a file of this shape")).isTrue();
    assertThat(
            onFx(
                () ->
                    String.valueOf(
                        model.trial().rehearsalProperty().get() == null
                            ? 0
                            : model.trial().rehearsalProperty().get().count(Outcome.SAME))))
        .isEqualTo("3");
  }

  @Test
  void theColumnsStandInTheirDesignedWidth() {
    openFile();
    picture((Parent) onFx(wizard::node), 1232, 868, "import-2-match-wide");
    assertThat(user().sees("Castellan Valve Co.")).isTrue();
  }

  @Test
  void anEarlierImportIsTakenBackFromTheList() {
    openFile();
    reviewed();
    imported();
    fx(model::startOver);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                onFx(
                    () -> {
                      var runs = model.past().runsProperty().get();
                      return runs != null && runs.size() == 1;
                    }));
    settle();
    assertThat(user().sees("Imports of the last 30 days")).isTrue();
    pictures("import-1-past");
    user().click("#undo-import-1");
    await().atMost(Duration.ofSeconds(60)).until(() -> store.count("customer") == 0);
    await().atMost(Duration.ofSeconds(60)).until(() -> onFx(() -> !model.busyProperty().get()));
  }

  @Test
  void rowsBecomeSomethingElseAndAreMatchedAnew() {
    openFile();
    assertThat(user().sees("Customers")).isTrue();
    fx(() -> model.matching().become(model.matching().kinds().get(1)));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                onFx(
                    () ->
                        model.matching().matchProperty().get() != null
                            && model
                                .matching()
                                .matchProperty()
                                .get()
                                .fields()
                                .all()
                                .equals(model.matching().kind().fields().all())
                            && model.trial().rehearsalProperty().get() != null));
    settle();
    assertThat(user().sees("Contacts")).isTrue();
    assertThat(user().sees("Customers that are not there")).isTrue();
    pictures("import-2-match-contacts");
  }

  @Test
  void anotherPolicyChangesWhatWillHappen() {
    openFile();
    user().click("#policy-new");
    assertThat(onFx(() -> model.matching().optionsProperty().get().policy()))
        .isEqualTo(DuplicatePolicy.NEW);
  }

  @Test
  void theKeyboardAloneImports() {
    openFile();
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    await().atMost(Duration.ofSeconds(60)).until(() -> onFx(() -> model.canCommit()));
    user().press(KeyCode.CONTROL, KeyCode.ENTER);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onFx(() -> model.work().doneProperty().get() != null));
    assertThat(store.count("customer")).isEqualTo(3);
  }

  @Test
  void refusedRowsAreSavedWhereTheUserSays() {
    openFile();
    reviewed();
    imported();
    chosen = folder.resolve("refused.xlsx");
    user().click("#save-refused");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(folder.resolve("refused.xlsx")));
  }

  @Test
  void aFileThatIsNoSheetIsRefusedInPlaceAndAnotherCanBeChosen() throws IOException {
    chosen = Files.writeString(folder.resolve("page.xls"), "<html>no sheet</html>");
    user().click("#choose-file");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> onFx(() -> model.problemProperty().get() != null));
    settle();
    assertThat(user().texts()).anyMatch(text -> text.contains("page.xls is a web page"));
    assertThat(onFx(() -> ((Button) user().find("#choose-file")).isDisabled())).isFalse();
    snapshot("import-1-problem");
  }

  @Test
  void aToastFollowsTheImportWhileAnotherPageIsShown() {
    openFile();
    reviewed();
    fx(wizard::hidden);
    imported();
    assertThat(toasts).anyMatch(text -> text.contains("4 rows imported"));
  }

  /** The file the test wants. */
  private final class OneFile implements FileChoice {
    @Override
    public Optional<Path> open(String title, Filter... filters) {
      return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> save(String title, String proposedName, Filter... filters) {
      return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }

  private final class HeardToasts implements Toasts {
    @Override
    public Shown show(Toast toast) {
      toasts.add(toast.text());
      return new Shown() {
        @Override
        public void progress(double fraction, String count) {}

        @Override
        public void close() {}
      };
    }
  }

  private final class Places implements Navigation {
    @Override
    public void open(Place place) {
      places.add(place);
    }

    @Override
    public void back() {}
  }
}
