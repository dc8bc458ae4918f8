package app.ringbook.lead.view;

import app.ringbook.lead.Lead;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The list of leads in each of its states. Several can be chosen; Enter does the next step, Delete
 * puts them into the trash.
 */
final class LeadsList {
  private static final int NEAR_END = 30;
  private static final int BONES = 10;
  private final LeadsModel model;
  private final LeadActs acts;
  private final Language language;
  private final ListView<Lead> rows = new ListView<>();
  private final StackPane root = new StackPane();
  private boolean wantsFocus;
  private long lastId;
  private int lastIndex;

  LeadsList(
      LeadsModel model, LeadActs acts, PhoneNumbers numbers, Language language, Formats formats) {
    this.model = model;
    this.acts = acts;
    this.language = language;
    rows.getStyleClass().addAll("calls-list", "leads-list");
    rows.accessibleTextProperty().bind(language.text("lead.page.title"));
    rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    rows.setItems(model.rows());
    rows.setCellFactory(view -> new Cell(numbers, formats));
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    rows.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, now) -> {
              if (now != null) {
                lastId = now.id();
                lastIndex = Math.max(0, rows.getSelectionModel().getSelectedIndex());
              }
            });
    model.rows().addListener((ListChangeListener<Lead>) change -> stay());
    model.shownProperty().addListener((o, was, now) -> fill());
    language.follow(root, () -> rows.refresh());
    fill();
  }

  /** A row that asks for more when the end comes near, and opens by a double click. */
  private final class Cell extends LeadCell {
    Cell(PhoneNumbers numbers, Formats formats) {
      super(acts, numbers, language, formats);
      setOnMouseClicked(
          e -> {
            Lead lead = getItem();
            if (lead != null && e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
              acts.edit(lead);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Lead lead, boolean empty) {
      super.updateItem(lead, empty);
      if (!empty && getIndex() > model.rows().size() - NEAR_END) {
        model.more();
      }
    }
  }

  Node node() {
    return root;
  }

  /** The lead the keyboard is at. */
  Optional<Lead> one() {
    return Optional.ofNullable(rows.getSelectionModel().getSelectedItem());
  }

  /** All chosen leads. */
  List<Lead> chosen() {
    return rows.getSelectionModel().getSelectedItems().stream()
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** The keyboard goes into the list as soon as it is there. */
  void focus() {
    wantsFocus = true;
    focusRows();
  }

  private void focusRows() {
    if (wantsFocus && root.getChildren().contains(rows)) {
      wantsFocus = false;
      rows.requestFocus();
      if (rows.getSelectionModel().isEmpty()) {
        rows.getSelectionModel().selectFirst();
      }
    }
  }

  /** The rows were read again: the same lead stays chosen, or the one that took its place. */
  private void stay() {
    if (model.rows().isEmpty() || lastId == 0 || !rows.getSelectionModel().isEmpty()) {
      return;
    }
    int at = Math.min(lastIndex, model.rows().size() - 1);
    for (int i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i).id() == lastId) {
        at = i;
      }
    }
    rows.getSelectionModel().clearAndSelect(at);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    KeyCode key = event.getCode();
    if (key == KeyCode.DELETE) {
      model.delete(chosen());
      event.consume();
    } else if (key == KeyCode.ENTER) {
      one().ifPresent(this::enter);
      event.consume();
    } else if (key == KeyCode.J || key == KeyCode.K) {
      int next = rows.getSelectionModel().getSelectedIndex() + (key == KeyCode.J ? 1 : -1);
      if (next >= 0 && next < model.rows().size()) {
        rows.getSelectionModel().clearAndSelect(next);
        rows.scrollTo(Math.max(0, next - 8));
      }
      event.consume();
    }
  }

  private void enter(Lead lead) {
    if (lead.open()) {
      acts.convert(lead);
    } else if (lead.customerId() != null) {
      acts.open(lead);
    } else {
      acts.edit(lead);
    }
  }

  private void fill() {
    root.getChildren()
        .setAll(
            switch (model.shownProperty().get()) {
              case LOADING -> bones();
              case LEADS -> rows;
              case EMPTY ->
                  new EmptyState(
                          Feather.USER_PLUS,
                          language.text("lead.page.empty"),
                          language.text("lead.page.empty_text"))
                      .button(language.text("lead.new.title"), acts::add)
                      .second(language.text("lead.paste.title"), acts::paste);
              case NOTHING_FOUND ->
                  new EmptyState(
                          Feather.SEARCH,
                          language.text("lead.page.nothing"),
                          language.text("lead.page.nothing_text"))
                      .second(language.text("lead.page.show_all"), this::showAll);
              case FAILED ->
                  new ErrorState(
                          language.text("lead.page.unreadable"),
                          language.text("lead.page.unreadable_text"))
                      .button(language.text("lead.page.again"), model::retry);
            });
    focusRows();
  }

  private void showAll() {
    model
        .filterProperty()
        .set(
            model
                .filterProperty()
                .get()
                .withSource(null)
                .withOwner(null)
                .withDue(false)
                .withText(""));
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
