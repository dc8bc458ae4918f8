package app.ringbook.testkit;

import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.customer.view.profile.ProfilePanels;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.EntryRenderer;
import app.ringbook.timeline.view.LatestEntries;
import app.ringbook.timeline.view.TimelinePane;
import app.ringbook.ui.FileChoice;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<CustomerPanel> panels =
        new ArrayList<>(
            ProfilePanels.of(
                s.around,
                new FakeProfileBook(s.around.book(), s.clock),
                noFiles(),
                path -> {},
                (id, field) -> {}));
    panels.add(
        new TimelinePane(
            s.timeline,
            s.background,
            s.around.front(),
            s.clock,
            s.language,
            s.formats,
            s.words,
            s.changes,
            List.of(new Calls())));
    panels.add(
        new LatestEntries(
            s.timeline,
            s.background,
            s.around.front(),
            s.clock,
            s.language,
            s.formats,
            List.of(new Calls())));
    return panels;
  }

  /** Nobody chooses a file. */
  public static FileChoice noFiles() {
    return new FileChoice() {
      @Override
      public Optional<Path> open(String title, Filter... filters) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> save(String title, String proposedName, Filter... filters) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> folder(String title) {
        return Optional.empty();
      }
    };
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
