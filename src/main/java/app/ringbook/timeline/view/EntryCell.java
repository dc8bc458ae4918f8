package app.ringbook.timeline.view;

import app.ringbook.timeline.TimelineEntry;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of the timeline: a day heading, or an entry on the line that joins them all. */
final class EntryCell extends ListCell<TimelineRow> {
  private static final double CIRCLE = 28;
  private final Looks looks;

  EntryCell(Looks looks) {
    this.looks = looks;
    getStyleClass().add("timeline-cell");
    // As wide as the list, never wider: texts wrap and nothing scrolls sideways.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TimelineRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setAccessibleText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    setGraphic(looks.of(row));
    setAccessibleText(looks.spoken(row));
  }

  /** A cell sizes itself by its graphic at the list's width, so that wrapped texts fit. */
  @Override
  protected double computePrefHeight(double width) {
    if (getGraphic() instanceof Region region && width > 0) {
      return snapSizeY(region.prefHeight(width - snappedLeftInset() - snappedRightInset()))
          + snappedTopInset()
          + snappedBottomInset();
    }
    return super.computePrefHeight(width);
  }

  /**
   * The nodes of rows. Those last seen are kept, so that a player goes on while its entry is
   * scrolled out of sight and back.
   */
  static final class Looks {
    private static final int KEPT = 200;
    private final Language language;
    private final Formats formats;
    private final EntryWords words;
    private final Map<TimelineRow, Node> kept =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<TimelineRow, Node> eldest) {
            return size() > KEPT;
          }
        };

    Looks(Language language, Formats formats, List<EntryRenderer> renderers) {
      this.language = language;
      this.formats = formats;
      this.words = new EntryWords(language, formats, renderers);
    }

    /** Everything is to be drawn anew, for example in another language. */
    void forget() {
      kept.clear();
    }

    Node of(TimelineRow row) {
      return kept.computeIfAbsent(row, this::draw);
    }

    String spoken(TimelineRow row) {
      return switch (row) {
        case TimelineRow.Day day -> formats.dayHeading(day.date());
        case TimelineRow.Happened happened -> spoken(happened.entry());
        case TimelineRow.Older _ -> language.now("timeline.list.older");
      };
    }

    private String spoken(TimelineEntry entry) {
      return language.now("timeline.entry.spoken", words.line(entry), formats.moment(entry.at()));
    }

    private Node draw(TimelineRow row) {
      return switch (row) {
        case TimelineRow.Day day -> onLine(null, heading(formats.dayHeading(day.date())));
        case TimelineRow.Happened happened -> entry(happened.entry());
        case TimelineRow.Older _ -> onLine(null, heading(language.now("timeline.list.older")));
      };
    }

    private static Label heading(String text) {
      Label label = new Label(text);
      label.getStyleClass().add("day");
      return label;
    }

    private Node entry(TimelineEntry entry) {
      EntryRenderer renderer = words.renderer(entry);
      Node body = renderer == null ? plain(entry) : renderer.render(entry);
      return onLine(KindLook.circle(words.mark(entry)), body);
    }

    private Node plain(TimelineEntry entry) {
      Label subject = new Label(words.subject(entry));
      subject.getStyleClass().addAll("strong", "subject");
      subject.setMinWidth(Region.USE_PREF_SIZE);
      Label detail = new Label(words.detail(entry));
      detail.getStyleClass().addAll("muted", "detail");
      detail.setWrapText(true);
      detail.setMinWidth(0);
      HBox.setHgrow(detail, Priority.ALWAYS);
      detail.setMaxWidth(Double.MAX_VALUE);
      Label time = new Label(formats.time(entry.at()));
      time.getStyleClass().addAll("secondary", "time");
      time.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(subject, detail, time);
      line.getStyleClass().add("entry");
      return line;
    }

    private static Node onLine(@Nullable Node circle, Node body) {
      Region line = new Region();
      line.getStyleClass().add("joint");
      StackPane rail = new StackPane(line);
      rail.getStyleClass().add("rail");
      rail.setMinWidth(CIRCLE);
      rail.setMaxWidth(CIRCLE);
      if (circle != null) {
        VBox top = new VBox(circle);
        top.getStyleClass().add("top");
        rail.getChildren().add(top);
      }
      HBox row = new HBox(rail, body);
      row.getStyleClass().add(circle == null ? "timeline-day" : "timeline-row");
      HBox.setHgrow(body, Priority.ALWAYS);
      return row;
    }
  }
}
