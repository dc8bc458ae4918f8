package app.ringbook.lead.view;

import app.ringbook.customer.view.Calling;
import app.ringbook.lead.Lead;
import app.ringbook.lead.Leads;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Action;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Toast;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import app.ringbook.ui.controls.TabStrip;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Leads by state: call them, make customers of them, reject them with a reason. The page's id is
 * {@code leads}.
 */
public final class LeadsPage implements Page, LeadActs {
  /** The page's {@link #id}. */
  public static final String ID = "leads";

  private static final int NEAR_END = 30;
  private static final int BONES = 10;
  private final LeadsModel model;
  private final Calling calling;
  private final LongConsumer openCustomer;
  private final PhoneNumbers numbers;
  private final Language language;
  private final Dialogs dialogs;
  private final BorderPane root = new BorderPane();
  private final StackPane center = new StackPane();
  private final TabStrip<Lead.State> tabs = new TabStrip<>();
  private final ListView<Lead> rows = new ListView<>();
  private boolean wantsFocus;

  /**
   * @param openCustomer shows a customer
   */
  public LeadsPage(
      LeadsModel model,
      Calling calling,
      LongConsumer openCustomer,
      PhoneNumbers numbers,
      WindowTools tools) {
    this.model = model;
    this.calling = calling;
    this.openCustomer = openCustomer;
    this.numbers = numbers;
    this.language = tools.language();
    this.dialogs = tools.dialogs();
    model.tell(
        (key, lead, sequence) ->
            tools
                .toasts()
                .show(
                    Toast.success(language.now(key, lead.title()))
                        .with(language.now("lead.page.undo"), () -> model.undo(sequence))),
        problem -> tools.toasts().show(Toast.error(problem.sentence(language.texts()))));
    root.getStyleClass().add("leads-page");
    root.setTop(new VBox(header(), tabs));
    root.setCenter(center);
    fillTabs();
    rows.getStyleClass().addAll("calls-list", "leads-list");
    rows.accessibleTextProperty().bind(language.text("lead.page.title"));
    rows.setItems(model.rows());
    rows.setCellFactory(
        view ->
            new LeadCell(this, numbers, language, tools.formats()) {
              @Override
              protected void updateItem(@Nullable Lead lead, boolean empty) {
                super.updateItem(lead, empty);
                if (!empty && getIndex() > model.rows().size() - NEAR_END) {
                  model.more();
                }
              }
            });
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.shownProperty().addListener((o, was, now) -> fill());
    language.addListener((o, was, now) -> rows.refresh());
    fill();
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(language.text("lead.page.title"));
    title.getStyleClass().add("page-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button add = new Button();
    add.textProperty().bind(language.text("lead.new.title"));
    add.setGraphic(Icons.of(Feather.PLUS));
    add.setOnAction(e -> addLead());
    HBox header = new HBox(title, space, add);
    header.getStyleClass().add("page-header");
    return header;
  }

  private void fillTabs() {
    for (Lead.State state : Lead.State.values()) {
      tabs.add(state, language.text(state.key()));
    }
    tabs.valueProperty().set(model.stateProperty().get());
    tabs.valueProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                model.stateProperty().set(now);
              }
            });
    model.stateProperty().addListener((o, was, now) -> tabs.valueProperty().set(now));
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

  private void fill() {
    center
        .getChildren()
        .setAll(
            switch (model.shownProperty().get()) {
              case LOADING -> bones();
              case LEADS -> rows;
              case EMPTY ->
                  new EmptyState(
                          Feather.USER_PLUS,
                          language.text("lead.page.empty"),
                          language.text("lead.page.empty_text"))
                      .button(language.text("lead.new.title"), this::addLead);
              case FAILED ->
                  new ErrorState(
                          language.text("lead.page.unreadable"),
                          language.text("lead.page.unreadable_text"))
                      .button(language.text("lead.page.again"), model::retry);
            });
    focusRows();
  }

  /** The keyboard goes into the list as soon as it is there. */
  private void focusRows() {
    if (wantsFocus && center.getChildren().contains(rows)) {
      wantsFocus = false;
      rows.requestFocus();
      if (rows.getSelectionModel().isEmpty()) {
        rows.getSelectionModel().selectFirst();
      }
    }
  }

  private static Node bones() {
    VBox bones = new VBox(30);
    bones.getStyleClass().add("calls-bones");
    for (int i = 0; i < BONES; i++) {
      bones.getChildren().add(Skeleton.bar(i % 3 == 0 ? 420 : 320));
    }
    return bones;
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      with(lead -> enter(lead));
      event.consume();
    } else if (event.getCode() == KeyCode.J || event.getCode() == KeyCode.K) {
      int step = event.getCode() == KeyCode.J ? 1 : -1;
      int next = rows.getSelectionModel().getSelectedIndex() + step;
      if (next >= 0 && next < model.rows().size()) {
        rows.getSelectionModel().clearAndSelect(next);
        rows.scrollTo(Math.max(0, next - 8));
      }
      event.consume();
    }
  }

  private void enter(Lead lead) {
    if (lead.open()) {
      convert(lead);
    } else if (lead.customerId() != null) {
      open(lead);
    }
  }

  private void with(Consumer<Lead> act) {
    Lead lead = rows.getSelectionModel().getSelectedItem();
    if (lead != null) {
      act.accept(lead);
    }
  }

  private void addLead() {
    new NewLeadSheet(model, numbers, language).showOn(dialogs);
  }

  @Override
  public void call(Lead lead) {
    if (!lead.numberRaw().isBlank()) {
      calling.call(numbers.parse(lead.numberToDial()), false);
    }
  }

  @Override
  public void convert(Lead lead) {
    new ConvertSheet(lead, model, language).showOn(dialogs);
  }

  @Override
  public void reject(Lead lead) {
    new RejectSheet(lead, model, language).showOn(dialogs);
  }

  @Override
  public void reopen(Lead lead) {
    model.reopen(lead);
  }

  @Override
  public void open(Lead lead) {
    Long customer = lead.customerId();
    if (customer != null) {
      openCustomer.accept(customer);
    }
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
  public void shown() {
    model.shown();
    wantsFocus = true;
    focusRows();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("leads.new", "lead.new.title", "N", this::addLead),
        Action.of("leads.call", "lead.act.call", "C", () -> with(this::call)),
        Action.of("leads.contacted", "lead.act.contacted", "T", () -> with(this::talked)),
        Action.of("leads.reject", "lead.act.reject", "R", () -> with(this::rejectOpen)),
        Action.of("leads.reopen", "lead.act.reopen", "O", () -> with(this::reopenRejected)));
  }

  private void talked(Lead lead) {
    if (lead.state() == Lead.State.NEW) {
      model.contacted(lead);
    }
  }

  private void rejectOpen(Lead lead) {
    if (lead.open()) {
      reject(lead);
    }
  }

  private void reopenRejected(Lead lead) {
    if (lead.state() == Lead.State.REJECTED) {
      reopen(lead);
    }
  }
}
