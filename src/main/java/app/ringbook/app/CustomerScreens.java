package app.ringbook.app;

import app.ringbook.app.adapter.CareNews;
import app.ringbook.app.adapter.DayTurn;
import app.ringbook.app.adapter.NamingTimelineBook;
import app.ringbook.call.view.CallEntryRenderer;
import app.ringbook.call.view.CallsPage;
import app.ringbook.call.view.StoredCallsBook;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.CustomerBook;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.customer.view.CustomersPage;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.StoredCustomerBook;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.customer.view.history.HistorySheet;
import app.ringbook.customer.view.pool.PoolPanel;
import app.ringbook.customer.view.profile.NeedsPage;
import app.ringbook.customer.view.profile.ProfilePanels;
import app.ringbook.customer.view.profile.StoredProfileBook;
import app.ringbook.customer.view.trash.TrashModel;
import app.ringbook.customer.view.trash.TrashPage;
import app.ringbook.customer.view.twins.CollisionsModel;
import app.ringbook.customer.view.twins.CollisionsPage;
import app.ringbook.customer.view.twins.MergeSheet;
import app.ringbook.customer.view.twins.StoredTwinsBook;
import app.ringbook.customer.view.twins.TakenSheet;
import app.ringbook.customer.view.twins.TwinsBook;
import app.ringbook.lead.HandOver;
import app.ringbook.lead.view.HandOverSheet;
import app.ringbook.shell.MainWindow;
import app.ringbook.timeline.view.ChangeEntries;
import app.ringbook.timeline.view.LatestEntries;
import app.ringbook.timeline.view.StoredTimelineBook;
import app.ringbook.timeline.view.TimelinePane;
import app.ringbook.ui.Action;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.words.DateWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** The pages of customers, built by hand over the services. */
final class CustomerScreens {
  private final Wiring house;
  private final MainWindow window;
  private final WindowTools tools;
  private final Calling calling;
  private final DateWords words;
  private final FileChoice files;
  private final StoredCallsBook callsBook;
  private final DayTurn turn;

  CustomerScreens(
      Wiring house,
      MainWindow window,
      Calling calling,
      DateWords words,
      FileChoice files,
      StoredCallsBook callsBook,
      DayTurn turn) {
    this.house = house;
    this.window = window;
    this.tools = window.tools();
    this.calling = calling;
    this.words = words;
    this.files = files;
    this.callsBook = callsBook;
    this.turn = turn;
  }

  /** Adds the list of customers and the page of one; returns the list. */
  CustomersPage add() {
    Changes changes =
        new Changes(tools.background(), tools.language(), tools.toasts(), house.database()::undo);
    Surroundings around =
        new Surroundings(
            customerBook(),
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
            words,
            window.searching());
    NamingTimelineBook book =
        new NamingTimelineBook(
            new StoredTimelineBook(
                house.database(), house.timeline(), house.customers(), house.clock()),
            house.customers());
    CallEntryRenderer callEntries =
        new CallEntryRenderer(
            callsBook,
            book::contactName,
            id -> () -> tools.navigation().open(new Place(CallsPage.ID, id)),
            house.numbers(),
            tools.background(),
            tools.language(),
            tools.formats(),
            files,
            tools.dialogs());
    ChangeEntries changeEntries =
        new ChangeEntries(house.rooms().ratings(), tools.language(), tools.formats());
    LatestEntries latest =
        new LatestEntries(
            book,
            tools.background(),
            Fx.executor(),
            house.clock(),
            tools.language(),
            tools.formats(),
            List.of(callEntries, changeEntries));
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
            List.of(callEntries, changeEntries));
    HistorySheet.Opener history = HistorySheet.opener(around, house.rooms().history());
    List<CustomerPanel> panels = new ArrayList<>(profile(around, history));
    panels.addFirst(timeline);
    panels.add(new PoolPanel(around, house.rooms().pool()));
    CustomersPage customers = new CustomersPage(around, List.of(latest), house.settings(), files);
    window.add(customers, "shell.nav.customers", Feather.USERS, null);
    window.actions(List.of(customers.newCustomerAction()));
    window.onNewCustomer(customers::newCustomer);
    twins(around, customers);
    handOver(customers);
    window.actions(
        List.of(
            Action.of(
                "pool",
                "customer.pool.action",
                () -> list(customers, Filter.where("owner", new Condition.Empty(true))))));
    care(customers);
    trash(around);
    needs(around);
    window.add(
        new CustomerPage(around, panels)
            .also(tools.language().text("customer.history.action"), id -> history.open(id, null))
            .also(
                tools.language().text("call.care.erase"),
                id -> house.soundCare().eraseAsked(id, tools)));
    return customers;
  }

  /** Customers that are one and the same: their report, the merge, the question who has one. */
  private void twins(Surroundings around, CustomersPage customers) {
    CustomerRooms rooms = house.rooms();
    TwinsBook book = new StoredTwinsBook(rooms.collisions(), rooms.merges(), rooms.taken());
    MergeSheet.Opener merging = MergeSheet.opener(around, book);
    customers.onMerge(merging::open);
    CollisionsModel model = new CollisionsModel(book, tools.background());
    window.add(new CollisionsPage(model, book, merging, around));
    window.actions(
        List.of(
            Action.of(
                "collisions",
                "customer.collisions.action",
                () -> tools.navigation().open(Place.of(CollisionsPage.ID))),
            Action.of(
                "taken",
                "customer.taken.action",
                () -> new TakenSheet(around, book).showOn(tools.dialogs()))));
  }

  /** All that somebody looks after, to somebody else. */
  private void handOver(CustomersPage customers) {
    HandOver handOver = new HandOver(house.database(), house.customers(), house.clock());
    customers.onHandOver(
        (ids, done) -> new HandOverSheet(handOver, tools, ids, done).showOn(tools.dialogs()));
    window.actions(
        List.of(
            Action.of(
                "hand-over",
                "lead.handover.action",
                () -> new HandOverSheet(handOver, tools, null, () -> {}).showOn(tools.dialogs()))));
  }

  /** Deleted records and the way back. */
  private void trash(Surroundings around) {
    TrashModel model =
        new TrashModel(
            house.database(),
            house.rooms().trash(),
            house.rooms().restoring(),
            house.settings(),
            tools.background(),
            Fx.executor());
    window.add(new TrashPage(model, around));
    window.actions(
        List.of(
            Action.of(
                "trash",
                "customer.trash.action",
                () -> tools.navigation().open(Place.of(TrashPage.ID)))));
  }

  /** What key customers ask for, told after the start, day by day, and when it is asked. */
  private void care(CustomersPage customers) {
    CareNews news =
        new CareNews(
            house.rooms().care(),
            house.database()::actor,
            house.settings(),
            house.clock(),
            tools,
            () -> list(customers, Filter.where("keyCustomer", new Condition.Flag(true))));
    window.actions(List.of(Action.of("care", "app.care.action", () -> news.tell(true))));
    news.tell(false);
    turn.days().add(day -> news.tell(false));
  }

  private void list(CustomersPage customers, Filter filter) {
    customers.list(filter);
    tools.navigation().open(Place.of(CustomersPage.ID));
  }

  /** What is needed and not met, by product. */
  private void needs(Surroundings around) {
    window.add(new NeedsPage(house.rooms().needs(), around));
    window.actions(
        List.of(
            Action.of(
                "unmet-needs",
                "customer.unmet.title",
                () -> tools.navigation().open(Place.of(NeedsPage.ID)))));
  }

  private CustomerBook customerBook() {
    return new StoredCustomerBook(
        house.database(),
        house.customers(),
        house.rooms().twins(),
        house.customerList(),
        house.numbers(),
        new StoredCustomerBook.Fields(
            house.rooms().catalogue(), house.rooms().values(), house.rooms().profiles()));
  }

  private List<CustomerPanel> profile(Surroundings around, HistorySheet.Opener history) {
    CustomerRooms rooms = house.rooms();
    StoredProfileBook book =
        new StoredProfileBook(
            new StoredProfileBook.Services(
                rooms.profiles(),
                rooms.departments(),
                rooms.addresses(),
                rooms.needs(),
                rooms.files(),
                rooms.catalogue(),
                rooms.contacts(),
                rooms.values(),
                rooms.ratings(),
                house.settings()),
            around.book());
    return ProfilePanels.of(around, book, files, this::open, history::open);
  }

  /** Shows a file in the program the system has for it. */
  private void open(Path file) {
    tools
        .background()
        .run(
            progress -> {
              Desk.openFile(file);
              return file;
            })
        .orElse(
            problem ->
                tools
                    .toasts()
                    .show(Toast.error(Problems.sentence(problem, tools.language().texts()))))
        .then(done -> {});
  }
}
