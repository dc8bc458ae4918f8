package app.ringbook.timeline.view;

import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows the entries of one kind. A kind without a renderer is shown as title, detail and time. The
 * room that writes a kind contributes its renderer, as calls contribute the entry with the player.
 */
public interface EntryRenderer {

  /** The kind it shows. */
  TimelineKind kind();

  /**
   * What stands right of the entry's icon, from its heading line down. Called on the window's
   * thread, once for each version of an entry that comes into sight; the node is kept while its
   * entry is near.
   */
  Node render(TimelineEntry entry);

  /** The entry in one line, for the preview and for screen readers; empty for title and detail. */
  default Optional<String> words(TimelineEntry entry) {
    return Optional.empty();
  }

  /** The icon on the line, if it says more than the kind's own, such as a missed call. */
  default Optional<Mark> mark(TimelineEntry entry) {
    return Optional.empty();
  }

  /**
   * An icon on the line.
   *
   * @param icon what is drawn
   * @param look its colour
   */
  record Mark(Feather icon, Look look) {}

  /** Colours of marks. */
  enum Look {
    /** Grey: most of what happens. */
    NEUTRAL,
    /** Blue: a call. */
    CALL,
    /** Red: a missed call. */
    MISSED
  }
}
