package app.ringbook.app;

import app.ringbook.app.adapter.NobodysChanges;
import app.ringbook.app.sheets.SheetRooms;
import app.ringbook.call.CallCards;
import app.ringbook.call.CallDesk;
import app.ringbook.call.CallDrafts;
import app.ringbook.call.CallRecords;
import app.ringbook.call.CallRecovery;
import app.ringbook.call.CallResults;
import app.ringbook.call.CallScreen;
import app.ringbook.call.NumberLabels;
import app.ringbook.call.care.KitPolicy;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.call.outside.OutsideAudio;
import app.ringbook.call.view.LeadSlot;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.StartOptions;
import app.ringbook.customer.CallerIndex;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.Leads;
import app.ringbook.lead.view.CallerLeads;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.RightOfWay;
import app.ringbook.sample.SampleData;
import app.ringbook.settings.Settings;
import app.ringbook.spreadsheet.SheetImports;
import app.ringbook.spreadsheet.export.Exports;
import app.ringbook.store.Backups;
import app.ringbook.store.Database;
import app.ringbook.store.file.InstanceLock;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.timeline.ProfileEntries;
import app.ringbook.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Every service of one data folder, built by hand from the ground up, and closed in the opposite
 * order. The window and the command line stand on the same ones.
 */
public final class Wiring implements House {
  private final AppClock clock = AppClock.system();
  private final RightOfWay way;
  private final AppFolders folders;
  private final Settings settings;
  private final Database database;
  private final PhoneNumbers numbers;
  private final Customers customers;
  private final CustomerRooms rooms;
  private final Timeline timeline;
  private final CallerIndex callerIndex;
  private final CustomerMatcher matcher;
  private final CustomerSearch search;
  private final CustomerList customerList;
  private final CallRecords calls;
  private final CallDrafts drafts;
  private final NumberLabels labels;
  private final CallMarks marks;
  private final Leads leads;
  private final LeadIntake leadIntake;
  private final CallerLeads callerLeads;
  private final CallCards cards;
  private final RecordingFolder recordings;
  private final CallRecorder recorder;
  private final CallResults results;
  private final SoundCare soundCare;
  private final CallRecovery recovery;
  private final Backups backups;
  private final Runnable closed;
  private final SheetRooms sheets;
  private final SampleData sample;

  /**
   * Opens everything. Takes from under a second to minutes, so not on the window's thread.
   *
   * @param teamUrl the team's server, or null for the embedded database
   * @param onWindowThread true on the thread that must never wait for the database
   * @param way claimed by callers; long changes of the data give way
   * @param closed called when everything is closed
   * @throws ProblemException if the data cannot be opened: with a way on
   */
  Wiring(
      AppFolders folders,
      Settings settings,
      @Nullable String teamUrl,
      BooleanSupplier onWindowThread,
      RightOfWay way,
      Progress progress,
      Runnable closed) {
    this.way = way;
    this.folders = folders;
    this.closed = closed;
    this.settings = settings;
    Database.Options data =
        teamUrl == null
            ? Database.Options.embedded(folders, clock, this::actor, onWindowThread)
            : Database.Options.team(teamUrl, clock, this::actor, onWindowThread);
    database = Database.open(data.givingWay(way::giveWay), progress);
    numbers = new PhoneNumbers(() -> settings.phone().numberRules());
    customers = new Customers(database, numbers, clock);
    // The names and numbers of a team stay on its server.
    Path index = teamUrl == null ? folders.index() : null;
    search = new CustomerSearch(database, index);
    rooms = CustomerRooms.build(database, customers, search, numbers, settings, folders, clock);
    timeline = new Timeline(database, clock);
    customers.follow(timeline);
    rooms.profiles().follow(new ProfileEntries(timeline, clock));
    callerIndex = new CallerIndex(database, index);
    matcher =
        new CustomerMatcher(
            callerIndex, database, numbers, clock, () -> settings.phone().ownNumbers());
    customerList =
        new CustomerList(database, search, new ColumnStore(database, clock, rooms::columns));
    calls = new CallRecords(database, search, customers, timeline, clock);
    customers.follow(calls);
    drafts = new CallDrafts(database, clock);
    labels = new NumberLabels(database);
    marks = new CallMarks(database, clock);
    leads = new Leads(database, search, customers, rooms.twins(), timeline, calls, numbers, clock);
    customers.follow(leads);
    calls.follow(leads);
    callerLeads = new CallerLeads(leads);
    leadIntake = new LeadIntake(database, leads, matcher, clock);
    cards =
        new CallCards(
            database, numbers, matcher, customers, rooms.needs(), timeline, calls, labels);
    recordings = new RecordingFolder(settings, folders).afterRestore();
    recorder = new CallRecorder(recordings::path, clock, recordings.care());
    results =
        new CallResults(
            database,
            customers,
            rooms.twins(),
            timeline,
            calls,
            drafts,
            labels,
            callerLeads,
            clock);
    backups = new Backups(database, folders, recordings::path, clock);
    sheets =
        SheetRooms.build(
            new SheetRooms.Doors(
                database,
                customers,
                customerList,
                timeline,
                calls,
                leads,
                leadIntake,
                numbers,
                clock),
            rooms.forSheets(),
            teamUrl == null ? backups::automatic : watched -> {});
    sample =
        new SampleData(
            database,
            customers,
            timeline,
            calls,
            numbers,
            clock,
            recordings::path,
            recordings.care());
    // What a crash left must have its row before the first call of this run.
    soundCare = new SoundCare(database, calls, recordings, settings, numbers, folders, clock);
    soundCare.erasing().again();
    recovery =
        new CallRecovery(openCalls(), recordings::path, recordings.vault(), calls, recorder, clock);
    recovery.run();
  }

  /** Opens the services for a command, or says by a {@link ProblemException} why it cannot. */
  public static Wiring open(StartOptions options) {
    AppFolders folders = options.folders();
    InstanceLock lock =
        InstanceLock.take(folders.root(), List.of())
            .orElseThrow(() -> new ProblemException("cli.problem.inUse"));
    try {
      Settings settings = new Settings(folders.settings());
      RightOfWay way = new RightOfWay(AppClock.system());
      return new Wiring(
          folders, settings, options.databaseUrl(), () -> false, way, Progress.NONE, lock::close);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public AppFolders folders() {
    return folders;
  }

  @Override
  public AppClock clock() {
    return clock;
  }

  @Override
  public RightOfWay rightOfWay() {
    return way;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public PhoneNumbers numbers() {
    return numbers;
  }

  @Override
  public Customers customers() {
    return customers;
  }

  @Override
  public CustomerMatcher matcher() {
    return matcher;
  }

  @Override
  public CallerIndex callerIndex() {
    return callerIndex;
  }

  @Override
  public CustomerSearch search() {
    if (!search.loaded()) {
      search.load(Progress.NONE);
    }
    return search;
  }

  /** The search as it is now, perhaps not loaded yet. */
  CustomerSearch searchNow() {
    return search;
  }

  @Override
  public Timeline timeline() {
    return timeline;
  }

  @Override
  public CallRecords calls() {
    return calls;
  }

  @Override
  public SheetImports imports() {
    return sheets.imports();
  }

  @Override
  public Optional<Database.Undone> undoLast() {
    return database.lastUndoable(NobodysChanges.ACTIONS).map(database::undo);
  }

  @Override
  public Exports exports() {
    return sheets.exports();
  }

  @Override
  public CallDesk desk(CallScreen screen, CallDesk.Line line) {
    return new CallDesk(
        cards, calls, recorder, openCalls(), screen, soundCare.rules(), line, clock, way);
  }

  /** Takes in recordings that other devices made. */
  OutsideAudio outsideAudio() {
    return new OutsideAudio(database, calls, matcher, numbers, recorder, clock);
  }

  @Override
  public PhoneLink.Policy phonePolicy() {
    return new KitPolicy(soundCare.rules(), settings, recovery::unended);
  }

  /** What stands around customers: fields, profiles and the catalogue. */
  public CustomerRooms rooms() {
    return rooms;
  }

  /** The windows over long lists of customers. */
  public CustomerList customerList() {
    return customerList;
  }

  /** What was typed into the pop-up and not saved. */
  public CallDrafts drafts() {
    return drafts;
  }

  /** Numbers that are nobody's customer. */
  public NumberLabels labels() {
    return labels;
  }

  @Override
  public Leads leads() {
    return leads;
  }

  /** Takes in many leads at once. */
  public LeadIntake leadIntake() {
    return leadIntake;
  }

  /** Keeps and knows callers as leads, for the pop-up and the page of calls. */
  public LeadSlot leadSlot() {
    return callerLeads;
  }

  /** Marks in the sound of calls. */
  public CallMarks marks() {
    return marks;
  }

  /** Saves what was said of a call. */
  public CallResults results() {
    return results;
  }

  /** Who calls, for the pop-up. */
  public CallCards cards() {
    return cards;
  }

  /** Invented customers and calls, to try things out. */
  public SampleData sample() {
    return sample;
  }

  @Override
  public Backups backups() {
    return backups;
  }

  @Override
  public RecordingFolder recordings() {
    return recordings;
  }

  /** What recordings are owed. */
  SoundCare soundCare() {
    return soundCare;
  }

  /** Locked recordings are open now. */
  void unlocked() {
    recovery.unlocked();
  }

  @Override
  public void close() {
    soundCare.close();
    recorder.close();
    search.close();
    callerIndex.close();
    database.close();
    closed.run();
  }

  private Path openCalls() {
    return folders.root().resolve("calls-open");
  }

  private String actor() {
    String name = settings.appearance().userName();
    return name.isBlank() ? System.getProperty("user.name", "") : name;
  }
}
