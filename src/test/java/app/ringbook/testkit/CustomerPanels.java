package app.ringbook.testkit;

import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.EntryRenderer;
import app.ringbook.timeline.view.LatestEntries;
import app.ringbook.timeline.view.TimelinePane;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The panels of the customer screens as the window has them. */
public final class CustomerPanels {
  private CustomerPanels() {}

  /** The timeline and the newest entries. Called on the window's thread. */
  public static List<CustomerPanel> of(CustomerStage s) {
    return List.of(
        new TimelinePane(
            s.timeline,
            s.background,
            s.around.front(),
            s.clock,
            s.language,
            s.formats,
            s.words,
            s.changes,
            List.of(new Calls())),
        new LatestEntries(
            s.timeline,
            s.background,
            s.around.front(),
            s.clock,
            s.language,
            s.formats,
            List.of(new Calls())));
  }

  /** Shows calls as the room of calls would: only it knows what their detail means. */
  private static final class Calls implements EntryRenderer {
    @Override
    public TimelineKind kind() {
      return TimelineKind.CALL;
    }

    @Override
    public Node render(TimelineEntry entry) {
      Label title = new Label(entry.title());
      title.getStyleClass().add("strong");
      HBox line = new HBox(title, new Label(entry.detail()));
      line.getStyleClass().add("entry");
      return line;
    }

    @Override
    public Optional<String> words(TimelineEntry entry) {
      return Optional.of(entry.title() + ": " + entry.detail());
    }

    @Override
    public Optional<Mark> mark(TimelineEntry entry) {
      return Optional.of(new Mark(Feather.PHONE_OUTGOING, Look.CALL));
    }
  }
}
