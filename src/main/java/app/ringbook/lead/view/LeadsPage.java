package app.ringbook.lead.view;

import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.PopoverLayer;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.Leads;
import app.ringbook.lead.intake.LeadReport;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.Database;
import app.ringbook.ui.Action;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.controls.TabStrip;
import app.ringbook.ui.words.DateWords;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Leads by state, source and owner: take them in, call them, make customers of them, reject them
 * with a reason. The page's id is {@code leads}; a place with an id opens that lead.
 */
public final class LeadsPage implements Page, LeadActs {
  /** The page's {@link #id}. */
  public static final String ID = "leads";

  private static final Duration TYPING_PAUSE = Duration.millis(150);
  private final LeadsModel model;
  private final LeadIntakeModel intake;
  private final LeadLookup lookup;
  private final Surroundings around;
  private final PhoneNumbers numbers;
  private final WindowTools tools;
  private final Language language;
  private final BorderPane root = new BorderPane();
  private final TabStrip<Lead.State> tabs = new TabStrip<>();
  private final TextField search = new TextField();
  private final LeadsList list;
  private final LeadNext next;
  private final PopoverLayer popovers = new PopoverLayer();
  private final StackPane node = new StackPane(root, popovers);
  private Runnable exporting = () -> {};

  /**
   * What the page asks of its surroundings.
   *
   * @param calling calls numbers
   * @param openCustomer shows a customer
   * @param files asks for a folder
   * @param clipboard what is pasted
   * @param words reads words for a moment
   * @param clock now
   */
  public record Surroundings(
      Calling calling,
      LongConsumer openCustomer,
      FileChoice files,
      ClipboardAccess clipboard,
      DateWords words,
      AppClock clock) {}

  /** Reads nothing before it is shown. */
  public LeadsPage(
      LeadsModel model,
      LeadIntakeModel intake,
      LeadLookup lookup,
      Surroundings around,
      PhoneNumbers numbers,
      WindowTools tools) {
    this.model = model;
    this.intake = intake;
    this.lookup = lookup;
    this.around = around;
    this.numbers = numbers;
    this.tools = tools;
    this.language = tools.language();
    model.tell(
        (key, subject, sequence) -> undoable(language.now(key, subject), sequence),
        problem -> tools.toasts().show(Toast.error(problem.sentence(language.texts()))));
    next = new LeadNext(model, around.words(), around.clock(), language, tools.formats());
    list = new LeadsList(model, this, numbers, language, tools.formats());
    root.getStyleClass().add("leads-page");
    root.setTop(new VBox(header(), tabs, new LeadFilters(model, language)));
    root.setCenter(list.node());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    fillTabs();
  }

  private void undoable(String sentence, long sequence) {
    tools
        .toasts()
        .show(
            Toast.success(sentence)
                .with(language.now("lead.page.undo"), () -> model.undo(sequence)));
  }

  /** What exports leads: those of the list, and the keys of those that were chosen in it. */
  public void onExport(BiConsumer<LeadFilter, List<Long>> handler) {
    exporting =
        () -> {
          List<Long> chosen = list.chosen().stream().map(Lead::id).toList();
          handler.accept(model.filterProperty().get(), chosen.size() > 1 ? chosen : List.of());
        };
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(language.text("lead.page.title"));
    title.getStyleClass().add("page-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button folder =
        Icons.button(Feather.FOLDER, language.text("lead.watch.title"), this::watchFolder);
    folder.setId("lead-watch");
    Button export = button("lead.page.export", Feather.DOWNLOAD, () -> exporting.run());
    Button paste = button("lead.paste.title", Feather.CLIPBOARD, this::paste);
    Button add = button("lead.new.title", Feather.PLUS, this::add);
    add.getStyleClass().add("accent");
    export.setId("leads-export");
    HBox header = new HBox(title, space, searchBox(), folder, export, paste, add);
    header.getStyleClass().add("page-header");
    return header;
  }

  private Button button(String key, Feather icon, Runnable act) {
    Button button = new Button();
    button.textProperty().bind(language.text(key));
    button.setGraphic(Icons.of(icon));
    button.setOnAction(e -> act.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private StackPane searchBox() {
    search.promptTextProperty().bind(language.text("lead.page.search"));
    search.accessibleTextProperty().bind(language.text("lead.page.search"));
    search.getStyleClass().add("search-field");
    search.setPrefWidth(224);
    PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(
        e -> model.filterProperty().set(model.filterProperty().get().withText(search.getText())));
    search.textProperty().addListener(o -> pause.playFromStart());
    model
        .filterProperty()
        .addListener(
            (o, was, now) -> {
              if (!search.getText().strip().equals(now.text().strip())) {
                search.setText(now.text());
              }
            });
    var icon = Icons.of(Feather.SEARCH, "muted");
    icon.setMouseTransparent(true);
    StackPane box = new StackPane(search, icon);
    box.setMaxWidth(Region.USE_PREF_SIZE);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    box.getStyleClass().add("search-box");
    return box;
  }

  private void fillTabs() {
    for (Lead.State state : Lead.State.values()) {
      tabs.add(state, language.text(state.key()));
    }
    tabs.valueProperty().set(model.filterProperty().get().state());
    tabs.valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                model.filterProperty().set(model.filterProperty().get().withState(now));
              }
            });
    model.filterProperty().addListener((o, was, now) -> tabs.valueProperty().set(now.state()));
    model
        .countsProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                count(now);
              }
            });
  }

  private void count(Leads.Counts counts) {
    for (Lead.State state : Lead.State.values()) {
      tabs.count(state, Long.toString(counts.of(state)));
    }
  }

  /** Ctrl V takes in the clipboard, unless somebody types. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.V
        && event.isShortcutDown()
        && !(event.getTarget() instanceof TextInputControl)) {
      paste();
      event.consume();
    }
  }

  @Override
  public void add() {
    new LeadSheet(null, model, next, numbers, language, tools.formats()).showOn(tools.dialogs());
  }

  @Override
  public void edit(Lead lead) {
    new LeadSheet(lead, model, next, numbers, language, tools.formats()).showOn(tools.dialogs());
  }

  @Override
  public void paste() {
    new PasteSheet(around.clipboard().text().orElse(""), intake, this::taken, numbers, language)
        .showOn(tools.dialogs());
  }

  private void taken(Database.Done<LeadIntake.Taken> done) {
    undoable(LeadReport.counts(done.value(), language.texts()), done.sequence());
  }

  private void watchFolder() {
    new FolderSheet(intake, around.files(), language).showOn(tools.dialogs());
  }

  @Override
  public void nextContact(Lead lead, Node below) {
    next.ask(lead, below, popovers);
  }

  @Override
  public void call(Lead lead) {
    if (!lead.numberRaw().isBlank()) {
      around.calling().call(numbers.parse(lead.numberToDial()), lead.doNotCall());
    }
  }

  @Override
  public void convert(Lead lead) {
    new ConvertSheet(lead, model, lookup, tools.background(), language, tools.formats())
        .showOn(tools.dialogs());
  }

  @Override
  public void reject(Lead lead) {
    new RejectSheet(lead, model, language).showOn(tools.dialogs());
  }

  @Override
  public void reopen(Lead lead) {
    model.reopen(lead);
  }

  @Override
  public void open(Lead lead) {
    Long customer = lead.customerId();
    if (customer != null) {
      around.openCustomer().accept(customer);
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void open(Place place) {
    Long id = place.id();
    if (id != null) {
      model.find(
          id,
          lead -> {
            model.filterProperty().set(model.filterProperty().get().withState(lead.state()));
            edit(lead);
          });
    }
  }

  @Override
  public void shown() {
    model.shown();
    list.focus();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("leads.new", "lead.new.title", "N", this::add),
        Action.of("leads.edit", "lead.edit.title", "E", () -> list.one().ifPresent(this::edit)),
        Action.of("leads.paste", "lead.paste.title", this::paste),
        Action.of("leads.folder", "lead.watch.title", this::watchFolder),
        Action.of("leads.call", "lead.act.call", "C", () -> list.one().ifPresent(this::call)),
        Action.of("leads.assign", "lead.act.assign", "A", this::assign),
        Action.of("leads.next", "lead.next.title", "Ctrl T", this::nextContact),
        Action.of("leads.contacted", "lead.act.contacted", "T", this::talked),
        Action.of("leads.reject", "lead.act.reject", "R", this::rejectOpen),
        Action.of("leads.reopen", "lead.act.reopen", "O", this::reopenRejected),
        Action.of("leads.delete", "lead.act.delete", () -> model.delete(list.chosen())),
        Action.of("leads.search", "lead.page.search", "Ctrl F", search::requestFocus),
        Action.of("leads.filter", "lead.page.search", "/", search::requestFocus));
  }

  @Override
  public List<Keys> keys() {
    return List.of(
        Keys.of("lead.key.move", "Down", "Up", "J", "K"),
        Keys.of("lead.key.open", "Enter"),
        Keys.of("lead.paste.title", "Ctrl V"));
  }

  private void assign() {
    List<Lead> open = list.chosen().stream().filter(Lead::open).toList();
    if (!open.isEmpty()) {
      new AssignSheet(open, model, language).showOn(tools.dialogs());
    }
  }

  private void nextContact() {
    List<Lead> open = list.chosen().stream().filter(Lead::open).toList();
    if (!open.isEmpty()) {
      next.sheet(open).showOn(tools.dialogs());
    }
  }

  private void talked() {
    list.one().filter(lead -> lead.state() == Lead.State.NEW).ifPresent(model::contacted);
  }

  private void rejectOpen() {
    list.one().filter(Lead::open).ifPresent(this::reject);
  }

  private void reopenRejected() {
    list.one().filter(lead -> lead.state() == Lead.State.REJECTED).ifPresent(this::reopen);
  }
}
