package app.ringbook.timeline.view;

import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Rating;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.timeline.ProfileEntries;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says which rating, tier or life cycle of a customer changed, from what to what, and why. */
public final class ChangeEntries implements EntryRenderer {
  private final Ratings ratings;
  private final Language language;
  private final Formats formats;
  private final EntryWords others;

  /**
   * @param ratings words of the ratings
   */
  public ChangeEntries(Ratings ratings, Language language, Formats formats) {
    this.ratings = ratings;
    this.language = language;
    this.formats = formats;
    this.others = new EntryWords(language, formats, List.of());
  }

  @Override
  public TimelineKind kind() {
    return TimelineKind.CHANGED;
  }

  @Override
  public Node render(TimelineEntry entry) {
    Label subject = label(subject(entry), "strong", "subject");
    subject.setMinWidth(Region.USE_PREF_SIZE);
    Label detail = label(detail(entry), "muted", "detail");
    detail.setWrapText(true);
    detail.setMinWidth(0);
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    Label time = label(formats.time(entry.at()), "secondary", "time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(subject, detail, time);
    line.getStyleClass().add("entry");
    return line;
  }

  @Override
  public Optional<String> words(TimelineEntry entry) {
    return ours(entry)
        ? Optional.of(language.now("timeline.latest.line", subject(entry), detail(entry)))
        : Optional.empty();
  }

  @Override
  public Optional<Mark> mark(TimelineEntry entry) {
    if (!ours(entry)) {
      return Optional.empty();
    }
    Feather icon =
        switch (entry.title()) {
          case "keyCustomer" -> Feather.STAR;
          case "lifeCycle", "progress" -> Feather.ARROW_RIGHT;
          default -> Feather.EDIT_2;
        };
    return Optional.of(new Mark(icon, Look.NEUTRAL));
  }

  private static boolean ours(TimelineEntry entry) {
    return entry.source().equals(ProfileEntries.SOURCE);
  }

  private String subject(TimelineEntry entry) {
    if (!ours(entry)) {
      return others.subject(entry);
    }
    return switch (entry.title()) {
      case "qualification", "size", "timing", "progress", "tier", "lifeCycle", "keyCustomer" ->
          language.now("customer.field." + entry.title());
      default -> language.now("timeline.change.different");
    };
  }

  private String detail(TimelineEntry entry) {
    if (!ours(entry)) {
      return others.detail(entry);
    }
    List<String> parts = ProfileEntries.parts(entry);
    String before = shown(entry.title(), parts.get(0));
    String after = shown(entry.title(), parts.get(1));
    String moved =
        before.isEmpty()
            ? after
            : language.now(
                "timeline.change.moved",
                before,
                after.isEmpty() ? language.now("timeline.change.nothing") : after);
    return parts.get(2).isEmpty()
        ? moved
        : language.now("timeline.change.because", moved, parts.get(2));
  }

  private String shown(String what, String stored) {
    if (stored.isEmpty()) {
      return "";
    }
    return switch (what) {
      case "qualification", "size", "timing", "progress" ->
          ratings.shown(Rating.valueOf(what.toUpperCase(Locale.ROOT)), stored, language.texts());
      case "lifeCycle" -> life(stored);
      case "keyCustomer" ->
          language.now(stored.equals("true") ? "timeline.change.yes" : "timeline.change.no");
      default -> stored;
    };
  }

  private String life(String stored) {
    for (LifeCycle life : LifeCycle.values()) {
      if (life.name().equals(stored)) {
        return language.now(life.key());
      }
    }
    return stored;
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
