package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of calls in each of its states. Up and down move, Space and Enter play. */
final class CallsList {
  private static final int NEAR_END = 30;
  private static final int BONES = 12;
  private final CallsModel model;
  private final OpenCallModel openCall;
  private final Language language;
  private final Runnable connectKit;
  private final Consumer<CallRecord> callBack;
  private final ListView<CallsRow> rows = new ListView<>();
  private final StackPane root = new StackPane();
  private boolean following;
  private boolean wantsFocus;

  CallsList(
      CallsModel model,
      OpenCallModel openCall,
      Consumer<CallRecord> callBack,
      Runnable connectKit,
      RecordWords words,
      Language language,
      Formats formats) {
    this.model = model;
    this.openCall = openCall;
    this.callBack = callBack;
    this.connectKit = connectKit;
    this.language = language;
    rows.getStyleClass().add("calls-list");
    rows.accessibleTextProperty().bind(language.text("call.page.title"));
    rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    rows.setItems(model.rows());
    rows.setCellFactory(view -> new Cell(words, formats));
    rows.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> selected(now));
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.rows().addListener((ListChangeListener<CallsRow>) change -> followOpen());
    model.openProperty().addListener((o, was, now) -> followOpen());
    model.stateProperty().addListener((o, was, now) -> fill());
    language.follow(
        root,
        () -> {
          rows.refresh();
          fill();
        });
    fill();
  }

  /** A row that asks for more when the end of what is loaded comes near. */
  private final class Cell extends CallRowCell {
    Cell(RecordWords words, Formats formats) {
      super(words, language, formats, callBack, CallsList.this::link);
    }

    @Override
    protected void updateItem(@Nullable CallsRow row, boolean empty) {
      super.updateItem(row, empty);
      if (!empty && getIndex() > model.rows().size() - NEAR_END) {
        model.more();
      }
    }
  }

  Node node() {
    return root;
  }

  /** Puts the keyboard into the list, at once or as soon as it is there. */
  void focus() {
    wantsFocus = rows.getScene() == null;
    rows.requestFocus();
  }

  /** Keys of the calls that were chosen together; none if it is the open one alone. */
  List<Long> chosen() {
    List<Long> calls =
        rows.getSelectionModel().getSelectedItems().stream()
            .filter(CallsRow.Item.class::isInstance)
            .map(row -> ((CallsRow.Item) row).call().id())
            .toList();
    return calls.size() > 1 ? calls : List.of();
  }

  private void link(CallRecord call) {
    model.open(call);
    followOpen();
    openCall.linking().start();
  }

  private void selected(@Nullable CallsRow row) {
    if (!following && row instanceof CallsRow.Item item) {
      model.open(item.call());
    }
  }

  /** The rows were read again: the open call stays selected wherever it is now. */
  private void followOpen() {
    CallRecord call = model.openProperty().get();
    if (following || isSelected(call)) {
      return;
    }
    following = true;
    try {
      rows.getSelectionModel().clearSelection();
      if (call == null) {
        return;
      }
      for (int i = 0; i < model.rows().size(); i++) {
        if (model.rows().get(i) instanceof CallsRow.Item item && item.call().id() == call.id()) {
          rows.getSelectionModel().select(i);
          return;
        }
      }
    } finally {
      following = false;
    }
  }

  private boolean isSelected(@Nullable CallRecord call) {
    return call != null
        && rows.getSelectionModel().getSelectedItem() instanceof CallsRow.Item(CallRecord now)
        && now.equals(call);
  }

  /** Headings are stepped over; Space and Enter play. */
  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    KeyCode key = event.getCode();
    if (key == KeyCode.SPACE || key == KeyCode.ENTER) {
      openCall.player().toggle();
      event.consume();
    } else if (key == KeyCode.DOWN || key == KeyCode.J) {
      move(1, event.isShiftDown());
      event.consume();
    } else if (key == KeyCode.UP || key == KeyCode.K) {
      move(-1, event.isShiftDown());
      event.consume();
    }
  }

  private void move(int step, boolean further) {
    int at = rows.getSelectionModel().getSelectedIndex();
    int next = at < 0 ? 0 : at + step;
    while (next >= 0
        && next < model.rows().size()
        && !(model.rows().get(next) instanceof CallsRow.Item)) {
      next += step;
    }
    if (next >= 0 && next < model.rows().size()) {
      if (further) {
        rows.getSelectionModel().select(next);
      } else {
        rows.getSelectionModel().clearAndSelect(next);
      }
      rows.getFocusModel().focus(next);
      int top =
          next > 0 && !(model.rows().get(next - 1) instanceof CallsRow.Item) ? next - 1 : next;
      rows.scrollTo(step < 0 ? top : Math.max(0, next - 8));
    }
  }

  private void fill() {
    fillRoot();
    if (wantsFocus && rows.getScene() != null) {
      focus();
    }
  }

  private void fillRoot() {
    root.getChildren()
        .setAll(
            switch (model.stateProperty().get()) {
              case LOADING -> bones();
              case CALLS -> rows;
              case EMPTY ->
                  new EmptyState(
                          Feather.PHONE,
                          language.text("call.page.empty"),
                          language.text("call.page.empty_text"))
                      .button(language.text("call.page.connect"), connectKit);
              case NOTHING_FOUND ->
                  new EmptyState(
                          Feather.SEARCH,
                          language.text("call.page.nothing"),
                          language.text("call.page.nothing_text"))
                      .second(language.text("call.page.show_all"), this::showAll);
              case FAILED ->
                  new ErrorState(
                          language.text("call.page.unreadable"),
                          language.text("call.page.unreadable_text"))
                      .button(language.text("call.player.again"), model::retry);
            });
  }

  private void showAll() {
    model.choice().showAll();
  }

  private static Node bones() {
    VBox bones = new VBox(30);
    bones.getStyleClass().add("calls-bones");
    for (int i = 0; i < BONES; i++) {
      bones.getChildren().add(Skeleton.bar(i % 3 == 0 ? 420 : 320));
    }
    return bones;
  }
}
