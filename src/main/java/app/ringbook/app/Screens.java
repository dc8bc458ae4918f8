package app.ringbook.app;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallDesk;
import app.ringbook.call.PhoneKits;
import app.ringbook.call.view.CallEntryRenderer;
import app.ringbook.call.view.CallPopup;
import app.ringbook.call.view.CallPopupModel;
import app.ringbook.call.view.CallsModel;
import app.ringbook.call.view.CallsPage;
import app.ringbook.call.view.LineModel;
import app.ringbook.call.view.MissedCalls;
import app.ringbook.call.view.OpenCallModel;
import app.ringbook.call.view.PhoneKitModel;
import app.ringbook.call.view.PhoneKitSection;
import app.ringbook.call.view.PopupCall;
import app.ringbook.call.view.StoredCallsBook;
import app.ringbook.call.view.StoredPopupHouse;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.CustomersPage;
import app.ringbook.customer.view.StoredCustomerBook;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.platform.Subscription;
import app.ringbook.shell.FirstSteps;
import app.ringbook.shell.MainWindow;
import app.ringbook.shell.settings.AboutSection;
import app.ringbook.shell.settings.DataSection;
import app.ringbook.shell.settings.LookSection;
import app.ringbook.shell.settings.ProfileSection;
import app.ringbook.spreadsheet.view.ImportModel;
import app.ringbook.spreadsheet.view.ImportWizard;
import app.ringbook.store.sql.Versions;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.driver.SimulatedKits;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.telephony.simulator.SimulatedKit;
import app.ringbook.timeline.view.LatestEntries;
import app.ringbook.timeline.view.StoredTimelineBook;
import app.ringbook.timeline.view.TimelinePane;
import app.ringbook.ui.Action;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.words.DateWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** Every page, the pop-up and the phone line behind them, built by hand over the services. */
final class Screens implements AutoCloseable {
  private static final Duration TRIAL_TALK = Duration.ofSeconds(15);
  private final Wiring house;
  private final MainWindow window;
  private final WindowTools tools;
  private final Stage stage;
  private final SimulatedKits ports;
  private final PhoneKits kits;
  private final LineModel line;
  private final CallPopup popup;
  private final CallPopupModel popupModel;
  private Subscription missed = () -> {};
  private final CallDesk desk;
  private final DateWords words;
  private final Calling calling;
  private final FileChoice files;
  private final ImportModel importModel;
  private final Consumer<Path> restore;

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
    ports = new SimulatedKits(new SerialPorts(), house.clock());
    kits =
        new PhoneKits(house.settings(), Drivers::byName, ports, house.phonePolicy(), house.clock());
    words = new DateWords(house.clock());
    files = FileChoice.system(() -> stage);
    calling =
        new Calling(
            new KitDialler(kits), ClipboardAccess.system(), tools.language(), tools.toasts());
    line = new LineModel(house.clock(), Fx.executor());
    popupModel =
        new CallPopupModel(
            new StoredPopupHouse(
                house.database(),
                house.drafts(),
                house.results(),
                house.cards(),
                house.searchNow(),
                this::desk),
            tools.background(),
            house.clock());
    popup =
        new CallPopup(
            popupModel,
            line,
            house.numbers(),
            words::first,
            this::openCustomer,
            tools.language(),
            tools.formats(),
            house.clock(),
            System.getProperty("os.name", "").startsWith("Mac"));
    desk = house.desk(popup, kits);
    importModel =
        new ImportModel(
            tools.background(), house.customerImport(), house.numbers(), house.settings());
    kits.tell(desk);
    kits.tell(line);
    kits.tell(window.lineCard());
    customers();
    calls();
    imports();
    settings();
    window.search(new CustomerSource(house.searchNow(), this::openCustomer, this::callCustomer));
    window.actions(
        List.of(
            Action.of("undo", "shell.action.undo", "Ctrl Z", this::undo),
            Action.of(
                "import", "app.action.import", () -> tools.navigation().open(Place.of("import")))));
  }

  /** Opens the line: from here on calls are heard. */
  void listen() {
    popup.prepare();
    kits.start();
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

  ImportModel importModel() {
    return importModel;
  }

  CallPopup popup() {
    return popup;
  }

  /** True once a kit is there. */
  boolean kitReady() {
    return kits.statuses().stream().anyMatch(s -> s.state() == LinkStatus.State.READY);
  }

  /** True while the call in front of the pop-up is recorded. */
  boolean popupRecording() {
    PopupCall call = popupModel.frontProperty().get();
    return call != null
        && call.cardProperty().get().recording().state() == CallCard.Recording.State.RUNNING;
  }

  /** Writes into the note of the call in front of the pop-up. */
  void typeNote(String text) {
    PopupCall call = popupModel.frontProperty().get();
    if (call != null) {
      call.noteProperty().set(text);
    }
  }

  /** Saves the call in front of the pop-up, as its button does. */
  void savePopup() {
    PopupCall call = popupModel.frontProperty().get();
    if (call != null) {
      popupModel.save(call);
    }
  }

  /** A built-in kit, to let it ring. */
  Optional<SimulatedKit> simulatedKit(String driver) {
    return ports.kit(driver);
  }

  private CallDesk desk() {
    return desk;
  }

  private void customers() {
    Changes changes =
        new Changes(tools.background(), tools.language(), tools.toasts(), house.database()::undo);
    Surroundings around =
        new Surroundings(
            new StoredCustomerBook(
                house.database(), house.customers(), house.customerList(), house.numbers()),
            tools.background(),
            Fx.executor(),
            house.clock(),
            tools.language(),
            tools.formats(),
            tools.toasts(),
            tools.navigation(),
            calling,
            changes,
            tools.dialogs(),
            words);
    NamingTimelineBook book =
        new NamingTimelineBook(
            new StoredTimelineBook(
                house.database(), house.timeline(), house.customers(), house.clock()),
            house.customers());
    CallEntryRenderer callEntries =
        new CallEntryRenderer(
            house.recordings(),
            book::contactName,
            id -> () -> tools.navigation().open(new Place(CallsPage.ID, id)),
            house.numbers(),
            tools.background(),
            tools.language(),
            tools.formats(),
            house.clock());
    LatestEntries latest =
        new LatestEntries(
            book,
            tools.background(),
            Fx.executor(),
            house.clock(),
            tools.language(),
            tools.formats(),
            List.of());
    TimelinePane timeline =
        new TimelinePane(
            book,
            tools.background(),
            Fx.executor(),
            house.clock(),
            tools.language(),
            tools.formats(),
            words,
            changes,
            List.of(callEntries));
    CustomersPage customers = new CustomersPage(around, List.of(latest));
    window.add(customers, "shell.nav.customers", Feather.USERS, null);
    window.actions(List.of(customers.newCustomerAction()));
    window.onNewCustomer(customers::newCustomer);
    window.add(new CustomerPage(around, List.of(timeline)));
  }

  private void calls() {
    StoredCallsBook book =
        new StoredCallsBook(
            house.database(),
            house.calls(),
            house.drafts(),
            house.customers(),
            house.matcher(),
            house.searchNow(),
            house.numbers(),
            house.recordings(),
            house.clock());
    CallsModel model = new CallsModel(book, tools.background(), Fx.executor(), house.clock());
    OpenCallModel open = new OpenCallModel(model, book, tools.background());
    missed =
        new MissedCalls(book, tools.background(), Fx.executor(), line.missedProperty()).follow();
    popupModel.onSaved(this::saved);
    CallsPage page =
        new CallsPage(
            model,
            open,
            new CallActs(calling, this::openCustomer, files),
            () -> tools.navigation().open(Place.of("settings/phone")),
            house.numbers(),
            tools.language(),
            tools.formats(),
            tools.toasts());
    window.add(page, "shell.nav.calls", Feather.PHONE, line.missedProperty());
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
    PhoneKitModel kitModel =
        new PhoneKitModel(
            house.settings(),
            new SerialPorts()::list,
            Drivers.ALL.stream().map(PhoneDriver::name).toList(),
            line,
            tools.background());
    PhoneKitSection phone =
        new PhoneKitSection(
            kitModel,
            line,
            house.recordings(),
            this::ringSimulated,
            tools.background(),
            files,
            tools.language(),
            tools.formats(),
            tools.toasts(),
            house.clock());
    window.settings(
        List.of(
            phone,
            new ProfileSection(
                tools.language(), house.settings(), System.getProperty("user.name", "")),
            new LookSection(tools.language(), house.settings()),
            new DataSection(tools, new StoreCare(house, tools.language()::texts), files, restore),
            new AboutSection(tools.language(), Versions.program())));
  }

  /** The built-in kits that are in use ring with a customer's number, as a trial. */
  private void ringSimulated() {
    tools
        .background()
        .run(progress -> someNumber())
        .then(
            number ->
                house.settings().phone().kits().stream()
                    .filter(kit -> kit.port().startsWith(SimulatedKits.PREFIX))
                    .findFirst()
                    .flatMap(kit -> ports.kit(kit.driver()))
                    .ifPresent(kit -> kit.call(number, null, TRIAL_TALK)));
  }

  private String someNumber() {
    long[] ids = house.customerList().ids(ListQuery.ALL);
    if (ids.length == 0) {
      return "13800138000";
    }
    int place = Math.floorMod(house.clock().nanoTime() / 1000, ids.length);
    return house
        .customers()
        .portrait(ids[place])
        .mainPhone()
        .map(phone -> phone.number().raw().replaceAll("[^0-9+]", ""))
        .orElse("13800138000");
  }

  /** Takes back what was done last, with its whole import if it was one. */
  private void undo() {
    tools
        .background()
        .run(
            progress ->
                house
                    .database()
                    .lastUndoable(Wiring.NOBODYS_CHANGES)
                    .map(
                        change -> {
                          house.database().undo(change);
                          return change.change().subject();
                        }))
        .then(
            undone ->
                tools
                    .toasts()
                    .show(
                        undone
                            .map(s -> Toast.success(tools.language().now("app.undo.done", s)))
                            .orElseGet(
                                () -> Toast.warning(tools.language().now("app.undo.nothing")))));
  }

  /** What was saved in the pop-up can be taken back from the main window. */
  private void saved(long sequence) {
    tools
        .toasts()
        .show(
            Toast.success(tools.language().now("call.popup.saved"))
                .with(tools.language().now("call.page.undo"), () -> popupModel.undo(sequence)));
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
    kits.close();
    desk.close();
  }
}
