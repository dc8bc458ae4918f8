package app.ringbook.app;

import app.ringbook.app.adapter.DayTurn;
import app.ringbook.app.adapter.DeletedCare;
import app.ringbook.app.adapter.KitDialler;
import app.ringbook.app.adapter.NobodysChanges;
import app.ringbook.app.leads.LeadScreen;
import app.ringbook.app.sheets.ExportOffers;
import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.view.CallsChoice;
import app.ringbook.call.view.CallsModel;
import app.ringbook.call.view.CallsPage;
import app.ringbook.call.view.LeadSlot;
import app.ringbook.call.view.MissedCalls;
import app.ringbook.call.view.MissedReminder;
import app.ringbook.call.view.OpenCallModel;
import app.ringbook.call.view.OutsideModel;
import app.ringbook.call.view.OutsidePage;
import app.ringbook.call.view.PopupOwner;
import app.ringbook.call.view.StoredCallsBook;
import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.pool.PoolSection;
import app.ringbook.customer.view.profile.FieldsSection;
import app.ringbook.platform.Subscription;
import app.ringbook.shell.FirstSteps;
import app.ringbook.shell.MainWindow;
import app.ringbook.shell.settings.AboutSection;
import app.ringbook.shell.settings.DataSection;
import app.ringbook.shell.settings.LookSection;
import app.ringbook.shell.settings.ProfileSection;
import app.ringbook.spreadsheet.view.ExportWork;
import app.ringbook.spreadsheet.view.ImportModel;
import app.ringbook.spreadsheet.view.ImportWizard;
import app.ringbook.store.Database;
import app.ringbook.store.history.KeptWords;
import app.ringbook.store.sql.Versions;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.ui.Action;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Language;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.words.DateWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** Every page, the pop-up and the phone line behind them, built by hand over the services. */
final class Screens implements AutoCloseable {
  private final Wiring house;
  private final MainWindow window;
  private final WindowTools tools;
  private final Stage stage;
  private final PhoneLine phone;
  private Subscription missed = () -> {};
  private Subscription reminder = () -> {};
  private Subscription leadFolder = () -> {};
  private final DayTurn turn;
  private Subscription days = () -> {};
  private Subscription testCalls = () -> {};
  private final DeletedCare deleted;
  private final DateWords words;
  private final Calling calling;
  private final FileChoice files;
  private final ExportWork exporting;
  private final ExportOffers offers;
  private final ImportModel importModel;
  private final Consumer<Path> restore;
  private final StoredCallsBook callsBook;

  /**
   * Fills the window; on its thread.
   *
   * @param restore puts a backup in the place of the data and starts anew
   */
  Screens(Wiring house, MainWindow window, Stage stage, Consumer<Path> restore) {
    this.restore = restore;
    this.house = house;
    this.window = window;
    this.stage = stage;
    tools = window.tools();
    words = new DateWords(house.clock());
    turn = new DayTurn(house.clock());
    files = FileChoice.system(() -> stage);
    exporting = new ExportWork(house.exports(), tools, files, house.clock(), Desk::showFolder);
    offers = new ExportOffers(house.exports().sources());
    phone = new PhoneLine(house, window, PopupOwner.of(stage), words, this::openCustomer);
    calling =
        new Calling(
            new KitDialler(
                phone.kits(), house.numbers(), phone.popupModel()::liftNow, phone.model()::inUse),
            ClipboardAccess.system(),
            tools.language(),
            tools.toasts());
    phone.popupModel().onDial(calling::call);
    importModel =
        new ImportModel(
            tools.background(), house.imports().line(), house.numbers(), house.settings());
    callsBook = phone.callsBook();
    deleted =
        new DeletedCare(
            house.rooms().trash(),
            house.rooms().files(),
            house.soundCare().cares(),
            house.settings(),
            house.clock());
    customers();
    leads();
    calls();
    outsideAudio();
    imports();
    settings();
    days = turn.follow(Fx.executor());
    window.search(new CustomerSource(house.searchNow(), this::openCustomer, this::callCustomer));
    window.actions(phone.actions());
    window.popupKeys(PhoneLine.popupKeys());
    window.actions(
        List.of(
            Action.of("undo", "shell.action.undo", "Ctrl Z", this::undo),
            Action.of(
                "import", "app.action.import", () -> tools.navigation().open(Place.of("import")))));
  }

  /** What the first-run screen sets going; {@code leave} takes it away. */
  FirstSteps firstSteps(BookFirstSteps.Restoring restoreNow, Runnable leave) {
    return new BookFirstSteps(
        house.sample()::load,
        new SerialPorts(),
        tools.navigation(),
        this::importFile,
        restoreNow,
        leave);
  }

  /** What becomes of deleted records. */
  DeletedCare deleted() {
    return deleted;
  }

  /** The line and its pop-up. */
  PhoneLine phone() {
    return phone;
  }

  ImportModel importModel() {
    return importModel;
  }

  private void customers() {
    new CustomerScreens(house, window, calling, words, files, callsBook, turn)
        .add()
        .onExport(listed -> exporting.ask(() -> offers.customers(listed)));
  }

  private void leads() {
    LeadScreen leads =
        new LeadScreen(
            new LeadScreen.House(
                house.leads(),
                house.leadIntake(),
                house.database(),
                house.settings(),
                house.numbers(),
                house.matcher(),
                house.searchNow(),
                house.clock()),
            tools,
            calling,
            files,
            words,
            this::openCustomer);
    window.add(leads.page(), "shell.nav.leads", Feather.USER_PLUS, null);
    leads.page().onExport((filter, ids) -> exporting.ask(() -> offers.leads(filter, ids)));
    window.search(leads);
    leadFolder = leads.watch();
    turn.days().add(day -> leads.dayTurned());
  }

  private void calls() {
    CallsModel model =
        new CallsModel(
            callsBook,
            new CallsChoice(house.settings(), tools.background(), house.clock()),
            tools.background(),
            Fx.executor(),
            house.clock());
    OpenCallModel open =
        new OpenCallModel(
            model, callsBook, () -> house.settings().call().results(), tools.background());
    missed =
        new MissedCalls(
                callsBook, tools.background(), Fx.executor(), phone.model().missedProperty())
            .follow();
    phone.popupModel().onSaved(this::saved);
    CallsPage page =
        new CallsPage(
            model,
            open,
            new CallActs(calling, this::openCustomer, files, tools.dialogs()),
            () -> tools.navigation().open(Place.of("settings/phone")),
            house.numbers(),
            tools.language(),
            tools.formats(),
            tools.toasts());
    window.add(page, "shell.nav.calls", Feather.PHONE, phone.model().missedProperty());
    page.onExport((filter, ids) -> exporting.ask(() -> offers.calls(filter, ids)));
    page.onAddRecordings(this::openOutside);
    reminder =
        new MissedReminder(
                callsBook,
                house.settings(),
                tools.background(),
                house.clock(),
                stage::isFocused,
                waiting -> remind(waiting, model))
            .follow(Fx.executor());
  }

  /** Says once which missed calls wait, with the way to them. */
  private void remind(List<CallRecord> waiting, CallsModel list) {
    tools
        .background()
        .run(progress -> callsBook.leads(waiting.subList(0, 1)))
        .orElse(problem -> remind(waiting, list, Map.of()))
        .then(leads -> remind(waiting, list, leads));
  }

  private void remind(
      List<CallRecord> waiting, CallsModel list, Map<String, LeadSlot.Known> leads) {
    CallRecord newest = waiting.getFirst();
    Toast one =
        Toast.reminder(
                () ->
                    tools
                        .language()
                        .now(
                            "call.remind.waits",
                            waiting.size(),
                            CallsPage.who(newest, leads, tools.language(), house.numbers()),
                            tools.formats().timeOrMoment(newest.at())))
            .with(
                () -> tools.language().now("call.remind.show"),
                () -> {
                  list.choice().showAll();
                  list.choice().tabProperty().set(CallFilter.Tab.MISSED);
                  tools.navigation().open(new Place(CallsPage.ID, newest.id()));
                });
    tools.toasts().show(one);
  }

  private void outsideAudio() {
    window.add(
        new OutsidePage(
            new OutsideModel(house.outsideAudio(), tools.background()),
            files,
            tools.language(),
            tools.formats(),
            tools.toasts()));
    window.actions(List.of(Action.of("outside-audio", "call.outside.action", this::openOutside)));
  }

  private void openOutside() {
    tools.navigation().open(Place.of(OutsidePage.ID));
  }

  private void imports() {
    window.add(
        new ImportWizard(
            importModel,
            tools.language(),
            tools.formats(),
            files,
            tools.toasts(),
            tools.navigation()));
  }

  /** Goes to the import of a file. */
  void importFile(Path file) {
    tools.navigation().open(Place.of(ImportWizard.ID));
    importModel.open(file);
  }

  private void settings() {
    PhoneKitScreen kits = new PhoneKitScreen(house, phone, tools, files, callsBook);
    testCalls = kits.following();
    window.settings(
        List.of(
            new ProfileSection(
                tools.language(), house.settings(), System.getProperty("user.name", "")),
            kits.section(),
            fieldsSection(),
            new PoolSection(tools.language(), house.settings()),
            new LookSection(tools.language(), house.settings()),
            new DataSection(tools, new StoreCare(house, tools.language()::texts), files, restore),
            new AboutSection(tools.language(), Versions.program())));
  }

  private FieldsSection fieldsSection() {
    CustomerRooms rooms = house.rooms();
    return new FieldsSection(
        tools.language(),
        tools.dialogs(),
        new Changes(tools.background(), tools.language(), tools.toasts(), house.database()::undo),
        rooms.fields(),
        rooms.names(tools.language()::texts),
        house.settings());
  }

  /** Takes back what was done last, with its whole group if it was one; names what stays. */
  private void undo() {
    tools
        .background()
        .run(
            progress ->
                house
                    .database()
                    .lastUndoable(NobodysChanges.ACTIONS)
                    .map(change -> told(change, house.database().undo(change))))
        .orElse(
            e -> tools.toasts().show(Toast.error(Problems.sentence(e, tools.language().texts()))))
        .then(
            told ->
                tools
                    .toasts()
                    .show(
                        told.orElseGet(
                            () -> Toast.warning(tools.language().now("app.undo.nothing")))));
  }

  /** What became of a change that was to be taken back, in words. */
  private Toast told(Database.Undoable change, Database.Undone undone) {
    Language language = tools.language();
    String subject = change.change().subject();
    if (undone.kept().isEmpty()) {
      return Toast.success(language.now("app.undo.done", subject));
    }
    return Toast.warning(
        language.now(
            undone.undone().isEmpty() ? "app.undo.kept_all" : "app.undo.kept",
            subject,
            KeptWords.of(undone.kept(), language.texts())));
  }

  /** What was saved in the pop-up can be taken back from the main window. */
  private void saved(long sequence) {
    tools
        .toasts()
        .show(
            Toast.success(tools.language().now("call.popup.saved"))
                .with(
                    tools.language().now("call.page.undo"),
                    () -> phone.popupModel().undo(sequence)));
  }

  private void callCustomer(long id) {
    tools.background().run(progress -> house.customers().portrait(id)).then(calling::callMain);
  }

  /** Brings the window forward at a customer. */
  private void openCustomer(long id) {
    stage.setIconified(false);
    stage.toFront();
    tools.navigation().open(new Place(CustomerPage.ID, id));
  }

  @Override
  public void close() {
    missed.close();
    days.close();
    reminder.close();
    leadFolder.close();
    testCalls.close();
    phone.close();
    deleted.close();
  }
}
