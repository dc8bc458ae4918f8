package app.ringbook.timeline.view;

import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The newest entries of the customer in the preview, one line each. */
public final class LatestEntries implements CustomerPanel {
  private static final int SHOWN = 5;
  private final TimelineModel model;
  private final AppClock clock;
  private final Language language;
  private final Formats formats;
  private final EntryWords words;
  private final VBox root = new VBox();

  /**
   * @param front runs tasks on the window's thread, later
   * @param renderers say in words what other rooms write
   */
  public LatestEntries(
      TimelineBook book,
      Background background,
      Executor front,
      AppClock clock,
      Language language,
      Formats formats,
      List<EntryRenderer> renderers) {
    this.model = new TimelineModel(book, background, front, clock, SHOWN);
    this.clock = clock;
    this.language = language;
    this.formats = formats;
    this.words = new EntryWords(language, formats, renderers);
    root.getStyleClass().add("latest-entries");
    model.rows().addListener((ListChangeListener<TimelineRow>) change -> fill());
    model.status().addListener((at, was, is) -> fill());
    language.follow(root, this::fill);
  }

  @Override
  public Place place() {
    return Place.PREVIEW;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(long customerId) {
    model.show(customerId);
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  private void fill() {
    List<TimelineEntry> entries =
        model.rows().stream()
            .filter(TimelineRow.Happened.class::isInstance)
            .map(row -> ((TimelineRow.Happened) row).entry())
            .limit(SHOWN)
            .toList();
    root.getChildren().setAll(entries.stream().map(this::line).toList());
    switch (model.status().get()) {
      case EMPTY -> root.getChildren().setAll(sentence("timeline.latest.none"));
      case FAILED -> root.getChildren().setAll(sentence("timeline.error.title"));
      default -> {}
    }
  }

  private Node sentence(String key) {
    Label label = new Label(language.now(key));
    label.getStyleClass().add("muted");
    return label;
  }

  private Node line(TimelineEntry entry) {
    String text = words.line(entry);
    Label label = new Label(text.lines().findFirst().orElse(""));
    label.setTooltip(new Tooltip(text));
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Label when =
        new Label(
            LocalDate.ofInstant(entry.at(), clock.zone()).equals(clock.today())
                ? formats.time(entry.at())
                : formats.day(entry.at()));
    when.getStyleClass().add("secondary");
    when.setMinWidth(Region.USE_PREF_SIZE);
    EntryRenderer.Mark mark = words.mark(entry);
    String colour = mark.look() == EntryRenderer.Look.MISSED ? "danger" : "muted";
    HBox line = new HBox(Icons.of(mark.icon(), colour), label, when);
    line.getStyleClass().add("latest-entry");
    return line;
  }
}
