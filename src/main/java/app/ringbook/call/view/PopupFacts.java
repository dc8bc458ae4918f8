package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallEntry;
import app.ringbook.platform.AppClock;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Skeleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What to know before saying hello: what was said last, what was agreed, what is forbidden. */
final class PopupFacts extends VBox {
  private static final int LONGEST = 60;
  private final Language language;
  private final Formats formats;
  private final AppClock clock;

  PopupFacts(Language language, Formats formats, AppClock clock) {
    this.language = language;
    this.formats = formats;
    this.clock = clock;
    getStyleClass().add("popup-facts");
  }

  /**
   * Shows the facts of a customer.
   *
   * @param known false while they are being read: the room is kept
   */
  void show(CallCard.Customer customer, boolean known) {
    if (!known) {
      getChildren().setAll(new VBox(10, Skeleton.bar(220), Skeleton.bar(160)));
      return;
    }
    List<Node> rows = new ArrayList<>();
    if (customer.doNotCall()) {
      rows.add(row(Feather.SLASH, language.now("call.popup.do_not_call"), "", true));
    }
    addNext(rows, customer.nextContactAt(), customer.nextContactNote());
    addLast(rows, customer);
    if (!customer.needs().isEmpty()) {
      rows.add(
          row(
              Feather.TARGET,
              language.now("call.popup.needs"),
              String.join(language.now("call.popup.between"), customer.needs()),
              false));
    }
    getChildren().setAll(rows);
  }

  private void addNext(List<Node> rows, @Nullable Instant at, @Nullable String note) {
    if (at == null) {
      rows.add(row(Feather.CALENDAR, language.now("call.popup.no_next"), "", false));
      return;
    }
    boolean late = at.isBefore(clock.now()) && formats.daysLate(at) > 0;
    String when = late ? formats.due(at) : language.now("call.popup.next", formats.moment(at));
    rows.add(row(Feather.CALENDAR, when, note == null ? "" : note, late));
  }

  private void addLast(List<Node> rows, CallCard.Customer customer) {
    TimelineEntry entry = customer.lastEntry();
    Instant last = customer.lastContactAt();
    if (entry != null) {
      rows.add(row(Feather.CLOCK, formats.moment(entry.at()), said(entry), false));
    } else if (last != null) {
      rows.add(
          row(
              Feather.CLOCK,
              language.now("call.popup.last_contact", formats.moment(last)),
              "",
              false));
    } else {
      rows.add(row(Feather.CLOCK, language.now("call.popup.no_last"), "", false));
    }
  }

  /** What was written in quotes, else the entry's title. */
  private String said(TimelineEntry entry) {
    Optional<CallEntry> spoken = CallEntry.read(entry.detail());
    String detail = spoken.isPresent() ? spoken.get().note() : entry.detail();
    if (detail != null && !detail.isBlank()) {
      String first = detail.strip().lines().findFirst().orElse("");
      String cut =
          first.codePointCount(0, first.length()) > LONGEST
              ? language.now(
                  "call.popup.cut", first.substring(0, first.offsetByCodePoints(0, LONGEST)))
              : first;
      return language.now("call.popup.quote", cut);
    }
    return entry.title().isEmpty() ? language.now(entry.kind().key()) : entry.title();
  }

  private static HBox row(Feather icon, String bold, String muted, boolean danger) {
    Label first = new Label(bold);
    first.setMinWidth(USE_PREF_SIZE);
    Label second = new Label(muted);
    second.getStyleClass().add("muted");
    second.setMinWidth(0);
    HBox.setHgrow(second, Priority.ALWAYS);
    if (danger) {
      first.getStyleClass().add("danger-text");
    }
    HBox row = new HBox(Icons.of(icon, danger ? "danger" : "muted"), first, second);
    row.getStyleClass().add("fact");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
