package app.ringbook.timeline.view;

import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import app.ringbook.ui.words.DateWords;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A customer's timeline: a place to write, filters by kind, and everything that happened. */
public final class TimelinePane implements CustomerPanel {
  private final TimelineModel model;
  private final ComposerModel composing;
  private final Language language;
  private final Formats formats;
  private final ComposerPane composer;
  private final EntryCell.Looks looks;
  private final FlowPane chips = new FlowPane();
  private final ListView<TimelineRow> list = new ListView<>();
  private final StackPane body = new StackPane();
  private final VBox root = new VBox();

  /**
   * @param front runs tasks on the window's thread, later
   * @param changes saves notes, with Undo
   * @param renderers how kinds are shown that other rooms write
   */
  public TimelinePane(
      TimelineBook book,
      Background background,
      Executor front,
      AppClock clock,
      Language language,
      Formats formats,
      DateWords words,
      Changes changes,
      List<EntryRenderer> renderers) {
    this.language = language;
    this.formats = formats;
    this.model = new TimelineModel(book, background, front, clock);
    this.composing = new ComposerModel(book, changes, words::first);
    this.composer = new ComposerPane(composing, language, formats);
    this.looks = new EntryCell.Looks(language, formats, renderers);
    chips.getStyleClass().add("timeline-filters");
    list.setId("timeline");
    list.getStyleClass().add("timeline");
    list.accessibleTextProperty().bind(language.text("timeline.list.name"));
    list.setItems(model.rows());
    list.setCellFactory(view -> cell());
    VBox.setVgrow(body, Priority.ALWAYS);
    root.getStyleClass().add("timeline-pane");
    root.getChildren().addAll(composer, chips, body);
    model.counts().addListener((at, was, is) -> fillChips());
    model.wanted().addListener((at, was, is) -> fillChips());
    model.status().addListener((at, was, is) -> fillBody());
    language.follow(root, this::spokenAnew);
    fillChips();
    fillBody();
  }

  @Override
  public Place place() {
    return Place.MAIN;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(long customerId) {
    composing.about(customerId);
    looks.forget();
    model.show(customerId);
    list.scrollTo(0);
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public boolean focusNote() {
    composer.focus();
    return true;
  }

  private EntryCell cell() {
    EntryCell cell = new EntryCell(looks);
    cell.itemProperty()
        .addListener(
            (at, was, is) -> {
              if (is instanceof TimelineRow.Older) {
                model.more();
              }
            });
    return cell;
  }

  private void spokenAnew() {
    looks.forget();
    list.refresh();
    fillChips();
  }

  private void fillChips() {
    chips.getChildren().clear();
    Map<TimelineKind, Integer> counts = model.counts().get();
    chips.setVisible(!counts.isEmpty());
    chips.setManaged(!counts.isEmpty());
    Chip all = new Chip(language.text("timeline.filter.all", formats.count(model.total())));
    all.setSelected(model.wanted().get().isEmpty());
    all.setOnAction(
        e -> {
          all.setSelected(true);
          model.wantAll();
        });
    chips.getChildren().add(all);
    for (TimelineKind kind : TimelineKind.values()) {
      boolean wanted = model.wanted().get().contains(kind);
      if (counts.containsKey(kind) || wanted) {
        chips.getChildren().add(chip(kind, counts.getOrDefault(kind, 0), wanted));
      }
    }
  }

  private Chip chip(TimelineKind kind, int count, boolean wanted) {
    Chip chip = new Chip(language.text(KindLook.filterKey(kind), formats.count(count)));
    if (kind == TimelineKind.CALL) {
      chip.icon(Feather.PHONE);
    }
    chip.setSelected(wanted);
    boolean[] adding = {false};
    chip.addEventFilter(
        MouseEvent.MOUSE_RELEASED, e -> adding[0] = e.isShortcutDown() || e.isControlDown());
    chip.setOnAction(
        e -> {
          chip.setSelected(wanted);
          model.want(kind, adding[0]);
        });
    return chip;
  }

  private void fillBody() {
    Node shown =
        switch (model.status().get()) {
          case READY -> list;
          case LOADING -> Skeleton.card();
          case EMPTY ->
              new EmptyState(
                      Feather.CLOCK,
                      language.text("timeline.empty.title"),
                      language.text("timeline.empty.text"))
                  .button(language.text("timeline.composer.save_first"), composer::focus);
          case NOTHING_FOUND ->
              new EmptyState(
                      Feather.FILTER,
                      language.text("timeline.empty.found_title"),
                      language.text("timeline.empty.found_text"))
                  .button(language.text("timeline.empty.all"), model::wantAll);
          case FAILED ->
              new ErrorState(
                      language.text("timeline.error.title"), language.text("timeline.error.text"))
                  .button(language.text("timeline.error.again"), model::refresh);
        };
    if (!body.getChildren().equals(List.of(shown))) {
      body.getChildren().setAll(shown);
    }
  }
}
