package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Action;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.TabStrip;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * All calls, to review and tidy: tabs with counts, search, period; the list; the open call with its
 * player beside it. The page's id is {@code calls}.
 */
public final class CallsPage implements Page {
  /** The page's {@link #id}. */
  public static final String ID = "calls";

  private static final Duration TYPING_PAUSE = Duration.millis(150);
  private static final double PANEL_WIDTH = 472;
  private static final double NARROW = 1100;
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final CallsModel model;
  private final OpenCallModel openCall;
  private final Language language;
  private final Toasts toasts;
  private final CallPanel.Acts acts;
  private final BorderPane beside = new BorderPane();
  private final StackPane root = new StackPane(beside);
  private final TabStrip<CallFilter.Tab> tabs = new TabStrip<>();
  private final TextField search = new TextField();
  private final Label summary = new Label();
  private final Button export = new Button();
  private Runnable addRecordings = () -> {};
  private final CallsList list;
  private final CallPanel panel;

  /**
   * @param acts what the page asks of its surroundings
   * @param connectKit opens the settings of the phone kit
   */
  public CallsPage(
      CallsModel model,
      OpenCallModel openCall,
      Acts acts,
      Runnable connectKit,
      PhoneNumbers numbers,
      Language language,
      Formats formats,
      Toasts toasts) {
    this.model = model;
    this.openCall = openCall;
    this.language = language;
    this.toasts = toasts;
    this.acts =
        new CallPanel.Acts(
            call -> openCall.target(call, acts::call),
            acts::openCustomer,
            acts::showInFolder,
            acts.files(),
            acts.dialogs());
    RecordWords words = new RecordWords(language, numbers, model::lead);
    list =
        new CallsList(model, openCall, this.acts.callBack(), connectKit, words, language, formats);
    panel = new CallPanel(openCall, this.acts, words, language, formats);
    model.rows().addListener((ListChangeListener<CallsRow>) change -> panel.namesRead());
    panel.setMinWidth(PANEL_WIDTH);
    panel.setPrefWidth(PANEL_WIDTH);
    panel.setMaxWidth(PANEL_WIDTH);
    openCall.tell(
        this::changed, problem -> toasts.show(Toast.error(problem.sentence(language.texts()))));
    root.getStyleClass().add("calls-page");
    beside.setTop(
        new VBox(
            header(),
            tabs,
            new CallFilters(model, openCall::results, this.acts.dialogs(), words, language)));
    beside.setCenter(list.node());
    StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
    fillTabs();
    model.openProperty().addListener((o, was, now) -> placePanel());
    root.widthProperty().addListener((o, was, now) -> placePanel());
    placePanel();
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** What exports calls: those of the list, and the keys of those that were chosen in it. */
  public void onExport(BiConsumer<CallFilter, List<Long>> handler) {
    export.setOnAction(e -> handler.accept(model.choice().filter(), list.chosen()));
  }

  /** What takes in recordings from elsewhere. */
  public void onAddRecordings(Runnable handler) {
    addRecordings = handler;
  }

  /** What the page asks of its surroundings. Called on the window's thread. */
  public interface Acts {
    /** Dials, or copies the number and says to pick up and dial. */
    void call(CallsBook.Target target);

    /** Shows a customer. */
    void openCustomer(long customerId);

    /** Opens the folder of a file in the system's file browser. */
    void showInFolder(java.nio.file.Path file);

    /** Asks for a file. */
    app.ringbook.ui.FileChoice files();

    /** Asks questions. */
    app.ringbook.ui.Dialogs dialogs();
  }

  /**
   * Whom a call was with, as the list names them.
   *
   * @param leads the leads there are, by the number to dial
   */
  public static String who(
      CallRecord call, Map<String, LeadSlot.Known> leads, Language language, PhoneNumbers numbers) {
    return new RecordWords(language, numbers, one -> leads.get(one.numberToDial())).who(call);
  }

  private Region header() {
    Label title = new Label();
    title.textProperty().bind(language.text("call.page.title"));
    title.getStyleClass().add("page-title");
    summary.getStyleClass().add("muted");
    model.todayProperty().addListener((o, was, now) -> fillSummary());
    language.follow(root, this::fillSummary);
    fillSummary();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    export.textProperty().bind(language.text("call.page.export"));
    export.setGraphic(Icons.of(Feather.DOWNLOAD));
    export.setId("calls-export");
    export.setMinWidth(Region.USE_PREF_SIZE);
    Button add =
        Icons.button(
            Feather.FOLDER_PLUS, language.text("call.outside.action"), () -> addRecordings.run());
    add.getStyleClass().remove("flat");
    HBox header = new HBox(title, summary, space, searchBox(), periods(), add, export);
    header.getStyleClass().add("page-header");
    return header;
  }

  private void fillSummary() {
    CallFilter.Counts today = model.todayProperty().get();
    summary.setText(
        today == null || today.all() == 0
            ? ""
            : language.now("call.page.today", today.all(), today.answered()));
  }

  private StackPane searchBox() {
    search.promptTextProperty().bind(language.text("call.page.search"));
    search.accessibleTextProperty().bind(language.text("call.page.search"));
    search.getStyleClass().add("search-field");
    search.setPrefWidth(224);
    PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(e -> model.choice().textProperty().set(search.getText()));
    search.setText(model.choice().textProperty().get());
    search.textProperty().addListener(o -> pause.playFromStart());
    model
        .choice()
        .textProperty()
        .addListener(
            (o, was, now) -> {
              if (!search.getText().strip().equals(now.strip())) {
                search.setText(now);
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

  private MenuButton periods() {
    MenuButton button = new MenuButton();
    button.setGraphic(Icons.of(Feather.CALENDAR));
    for (CallsChoice.Period period : CallsChoice.Period.values()) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(language.text(keyOf(period)));
      item.setOnAction(e -> model.choice().periodProperty().set(period));
      button.getItems().add(item);
    }
    button.textProperty().bind(language.text(keyOf(model.choice().periodProperty().get())));
    model
        .choice()
        .periodProperty()
        .addListener(
            (o, was, now) -> {
              button.textProperty().unbind();
              button.textProperty().bind(language.text(keyOf(now)));
            });
    return button;
  }

  private static String keyOf(CallsChoice.Period period) {
    return "call.period." + period.name().toLowerCase(Locale.ROOT);
  }

  private void fillTabs() {
    for (CallFilter.Tab tab : shownTabs()) {
      tabs.add(tab, language.text("call.tab." + tab.name().toLowerCase(Locale.ROOT)));
    }
    tabs.valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                model.choice().tabProperty().set(now);
              }
            });
    tabs.valueProperty().set(model.choice().tabProperty().get());
    model.choice().tabProperty().addListener((o, was, now) -> tabs.valueProperty().set(now));
    model.countsProperty().addListener((o, was, now) -> fillCounts(now));
    fillCounts(model.countsProperty().get());
  }

  private static List<CallFilter.Tab> shownTabs() {
    return List.of(
        CallFilter.Tab.ALL,
        CallFilter.Tab.MISSED,
        CallFilter.Tab.NOT_LINKED,
        CallFilter.Tab.STORED,
        CallFilter.Tab.RECORDED,
        CallFilter.Tab.TO_REVIEW);
  }

  private void fillCounts(CallFilter.@Nullable Counts counts) {
    if (counts != null) {
      for (CallFilter.Tab tab : shownTabs()) {
        tabs.count(tab, Long.toString(counts.of(tab)));
      }
    }
  }

  /** Beside the list where there is room for both, otherwise over it. */
  private void placePanel() {
    boolean shown = model.openProperty().get() != null;
    boolean over = root.getWidth() < NARROW;
    boolean isOver = root.getChildren().contains(panel);
    boolean isBeside = panel.equals(beside.getRight());
    if (isOver && (!shown || !over)) {
      root.getChildren().remove(panel);
    }
    if (isBeside && (!shown || over)) {
      beside.setRight(null);
    }
    panel.pseudoClassStateChanged(OVER, over);
    if (shown && over && !isOver) {
      root.getChildren().add(panel);
    } else if (shown && !over && !isBeside) {
      beside.setRight(panel);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.openProperty().get() != null) {
      model.open(null);
      list.focus();
      event.consume();
      return;
    }
    boolean types = event.getTarget() instanceof TextInputControl;
    int digit = types || event.isAltDown() || event.isShortcutDown() ? 0 : PopupCard.digitOf(event);
    if (digit > 0) {
      openCall.resultByKey(digit);
      event.consume();
    }
  }

  private void changed(String key, String subject, long sequence) {
    Toast said = Toast.success(language.now(key, subject));
    toasts.show(
        sequence == 0
            ? said
            : said.with(language.now("call.page.undo"), () -> openCall.undo(sequence)));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void open(Place place) {
    Long id = place.id();
    if (id != null) {
      model.open(id);
    }
  }

  @Override
  public void shown() {
    model.shown();
    list.focus();
  }

  @Override
  public void hidden() {
    openCall.saveNote();
    model.hidden();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("calls.play", "call.player.play", "Space", openCall.player()::toggle),
        Action.of("calls.back", "call.player.back", "[", openCall.player()::back),
        Action.of("calls.forward", "call.player.forward", "]", openCall.player()::forward),
        Action.of("calls.mark", "call.marks.mark", "M", openCall.marks()::begin),
        Action.of("calls.call", "call.page.call_back", "C", this::callBack),
        Action.of("calls.link", "call.page.link", "Ctrl L", openCall.linking()::start),
        Action.of("calls.lead", "call.page.keep_lead", "L", openCall::keepLead),
        Action.of("calls.settle", "call.page.mark_reviewed", "R", this::settle),
        Action.of("calls.search", "call.page.search", "Ctrl F", search::requestFocus),
        Action.of("calls.filter", "call.page.search", "/", search::requestFocus));
  }

  @Override
  public List<Keys> keys() {
    return List.of(
        Keys.of("call.key.move", "Down", "Up", "J", "K"),
        Keys.of("call.player.play", "Enter"),
        Keys.of("call.key.result", "1", "9"));
  }

  /** A missed call needs a reason; any other was looked at. */
  private void settle() {
    CallRecord call = model.openProperty().get();
    if (call != null && call.missed() && !call.handled()) {
      panel.askReason();
    } else {
      openCall.settle();
    }
  }

  private void callBack() {
    CallRecord call = model.openProperty().get();
    if (call != null) {
      acts.callBack().accept(call);
    }
  }
}
