package app.ringbook.customer.filter;

import app.ringbook.platform.Texts;
import app.ringbook.settings.CustomerListSettings;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.settings.CustomerListSettings.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The views that every list of customers begins with, and how a view is called. */
public final class OwnViews {
  /** Id of the view of everybody. */
  public static final String ALL = "all";

  /** Id of the view of those who are late or due this week. */
  public static final String DUE = "due";

  /** Id of the view of those nobody talked to for long. */
  public static final String SILENT = "silent";

  /** Columns of a list that nobody has changed. */
  public static final List<Column> USUAL_COLUMNS =
      List.of(
          new Column("name", 180),
          new Column("industry", 96),
          new Column("tier", 48),
          new Column("owner", 56),
          new Column("tags", 128),
          new Column("phone", 128),
          new Column("lastContact", 96),
          new Column("nextContact", 120));

  private static final int SILENT_DAYS = 30;

  private OwnViews() {}

  /** The views, in the order of their tabs. */
  public static List<View> all() {
    Filter due =
        Filter.any(
            Filter.where("nextContact", new Condition.When(Span.Named.OVERDUE)),
            Filter.where("nextContact", new Condition.When(Span.Named.THIS_WEEK)));
    Filter silent =
        Filter.where("lastContact", new Condition.When(new Span.LongerAgo(SILENT_DAYS)));
    return List.of(
        new View(ALL, "", "", "name", false, USUAL_COLUMNS, ""),
        new View(DUE, "", FilterText.write(due), "nextContact", false, USUAL_COLUMNS, ""),
        new View(SILENT, "", FilterText.write(silent), "lastContact", false, USUAL_COLUMNS, ""));
  }

  /** The views there are: those kept, or the list's own where nobody has kept any. */
  public static List<View> of(CustomerListSettings kept) {
    return kept.views().isEmpty() ? all() : kept.views();
  }

  /** The view with this name or id, whatever its capitals; own views answer in both languages. */
  public static Optional<View> named(CustomerListSettings kept, String name) {
    String wanted = name.strip();
    return of(kept).stream()
        .filter(view -> names(view).anyMatch(known -> known.equalsIgnoreCase(wanted)))
        .findFirst();
  }

  private static Stream<String> names(View view) {
    String key = "customer.view." + view.id();
    return view.name().isEmpty() && Texts.ENGLISH.has(key)
        ? Stream.of(view.id(), Texts.ENGLISH.text(key), Texts.CHINESE.text(key))
        : Stream.of(view.name(), view.id());
  }
}
