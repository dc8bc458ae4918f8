package app.ringbook.app.leads;

import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.customer.view.Calling;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.Leads;
import app.ringbook.lead.intake.LeadFolder;
import app.ringbook.lead.intake.LeadReading;
import app.ringbook.lead.view.FolderNews;
import app.ringbook.lead.view.LeadIntakeModel;
import app.ringbook.lead.view.LeadLookup;
import app.ringbook.lead.view.LeadsModel;
import app.ringbook.lead.view.LeadsPage;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.settings.Settings;
import app.ringbook.shell.palette.SearchHit;
import app.ringbook.shell.palette.SearchSource;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.store.Database;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Place;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.words.DateWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The page of leads with everything behind it: intake, the watched folder, the palette's search.
 */
public final class LeadScreen implements SearchSource {
  private static final int HITS = 6;
  private final House house;
  private final WindowTools tools;
  private final Calling calling;
  private final LeadsModel model;
  private final LeadsPage page;
  private final LeadReading reading;

  /**
   * What stands behind the page.
   *
   * @param leads the leads
   * @param intake takes in many
   * @param database takes changes back
   * @param settings where the watched folder is
   * @param numbers reads numbers
   * @param matcher whose a number is
   * @param search finds customers; perhaps not loaded yet
   * @param clock the time
   */
  public record House(
      Leads leads,
      LeadIntake intake,
      Database database,
      Settings settings,
      PhoneNumbers numbers,
      CustomerMatcher matcher,
      CustomerSearch search,
      AppClock clock) {}

  /**
   * Builds the page; on the window's thread.
   *
   * @param words reads words for a moment
   * @param openCustomer shows a customer
   */
  public LeadScreen(
      House house,
      WindowTools tools,
      Calling calling,
      FileChoice files,
      DateWords words,
      LongConsumer openCustomer) {
    this.house = house;
    this.tools = tools;
    this.calling = calling;
    reading = new LeadReading(house.numbers());
    model =
        new LeadsModel(house.leads(), house.database()::undo, tools.background(), Fx.executor());
    page =
        new LeadsPage(
            model,
            new LeadIntakeModel(house.intake(), reading, house.settings(), tools.background()),
            lookup(),
            new LeadsPage.Surroundings(
                calling, openCustomer, files, ClipboardAccess.system(), words, house.clock()),
            house.numbers(),
            tools);
  }

  /** The page. */
  public LeadsPage page() {
    return page;
  }

  /** Another day began. */
  public void dayTurned() {
    model.dayTurned();
  }

  /** Watches the folder of the settings until the subscription is closed. */
  public Subscription watch() {
    return new LeadFolder(
            house.intake(),
            reading,
            LeadScreen::cells,
            house.settings()::lead,
            tools.language()::texts,
            house.clock(),
            new FolderNews(tools.language(), tools.toasts(), model::undo)::tell)
        .follow();
  }

  /** The first sheet from the top; blank rows keep their place, so that rows are named rightly. */
  private static List<List<String>> cells(Path file) {
    SheetFile sheet = SheetFile.open(file);
    List<List<String>> cells = new ArrayList<>();
    try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
      rows.forEach(
          0,
          (index, row) -> {
            while (cells.size() < row.number() - 1) {
              cells.add(List.of());
            }
            cells.add(row.cells().stream().map(cell -> cell.text()).toList());
            return true;
          });
    }
    return cells;
  }

  private LeadLookup lookup() {
    return new LeadLookup() {
      @Override
      public List<CustomerSearch.Hit> find(String text) {
        return house.search().find(text, HITS);
      }

      @Override
      public List<Match.Candidate> likely(Lead lead) {
        return house.matcher().match(house.numbers().parse(lead.numberToDial())).candidates();
      }
    };
  }

  @Override
  public List<SearchHit> find(String text, int limit, Progress progress) {
    return house.leads().page(LeadFilter.ALL.withText(text), null, limit).stream()
        .filter(lead -> lead.state() != Lead.State.CONVERTED)
        .map(this::hit)
        .toList();
  }

  private SearchHit hit(Lead lead) {
    PhoneNumber number = house.numbers().parse(lead.numberToDial());
    String company = lead.company();
    return new SearchHit(
        SearchHit.Group.LEADS,
        lead.title(),
        company == null ? LeadSource.words(lead.source(), tools.language().texts()) : company,
        lead.numberRaw().isBlank() ? "" : house.numbers().shown(number),
        List.of(),
        () -> tools.navigation().open(new Place(LeadsPage.ID, lead.id())),
        lead.numberRaw().isBlank() ? null : () -> calling.call(number, lead.doNotCall()),
        List.of());
  }
}
