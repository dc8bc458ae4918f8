package app.ringbook.timeline.view;

import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Icons;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Icon, colour and words of each kind: the one place to extend when a kind is added. */
final class KindLook {
  private KindLook() {}

  /** The icon of a kind. */
  static Feather icon(TimelineKind kind) {
    return switch (kind) {
      case CALL -> Feather.PHONE;
      case NOTE -> Feather.MESSAGE_SQUARE;
      case NEXT_CONTACT -> Feather.CALENDAR;
      case IMPORTED -> Feather.UPLOAD;
      case CREATED -> Feather.USER_PLUS;
      case CHANGED -> Feather.EDIT_2;
      case MERGED -> Feather.GIT_MERGE;
      case LEAD -> Feather.USER_PLUS;
    };
  }

  /** The mark of an entry of which no renderer says more: blue for calls, else neutral. */
  static EntryRenderer.Mark mark(TimelineEntry entry) {
    return new EntryRenderer.Mark(
        icon(entry.kind()),
        entry.kind() == TimelineKind.CALL ? EntryRenderer.Look.CALL : EntryRenderer.Look.NEUTRAL);
  }

  /** A mark in its circle. */
  static Node circle(EntryRenderer.Mark mark) {
    StackPane circle = new StackPane(Icons.of(mark.icon()));
    circle.getStyleClass().addAll("circle", mark.look().name().toLowerCase(Locale.ROOT));
    circle.setMouseTransparent(true);
    return circle;
  }

  /** Text key of the chip that filters by a kind; its argument is the count. */
  static String filterKey(TimelineKind kind) {
    return "timeline.filter." + kind.name().toLowerCase(Locale.ROOT);
  }

  /** Text key of what stands in bold if the entry has no title of its own. */
  static String titleKey(TimelineKind kind) {
    return "timeline.entry." + kind.name().toLowerCase(Locale.ROOT);
  }
}
