package app.ringbook.customer.filter;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.settings.CustomerListSettings;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.settings.CustomerListSettings.View;
import app.ringbook.settings.RatingSettings;
import java.util.List;
import java.util.Map;
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

  /** Id of the view of those that get extra care, who waits longest first. */
  public static final String KEY = "key";

  /** Id of the view of those worth the effort, the largest business first. */
  public static final String VALUABLE = "valuable";

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

  private static final List<Column> RATED_COLUMNS =
      List.of(
          new Column("name", 180),
          new Column("size", 80),
          new Column("timing", 96),
          new Column("progress", 96),
          new Column("tier", 48),
          new Column("owner", 56),
          new Column("lastContact", 96),
          new Column("nextContact", 120));

  /** Keys that fields had in views of earlier versions, and the ones they have now. */
  private static final Map<String, String> FORMER =
      Map.of(
          "next_contact", "nextContact",
          "next_contact_note", "nextContactNote",
          "last_contact", "lastContact",
          "do_not_call", "doNotCall",
          "postal_code", "postalCode");

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
    Filter key = Filter.where("keyCustomer", new Condition.Flag(true));
    Filter valuable =
        Filter.where("qualification", new Condition.OneOf(List.of(RatingSettings.VALUABLE)));
    return List.of(
        new View(ALL, "", "", "name", false, USUAL_COLUMNS, ""),
        new View(DUE, "", FilterText.write(due), "nextContact", false, USUAL_COLUMNS, ""),
        new View(SILENT, "", FilterText.write(silent), "lastContact", false, USUAL_COLUMNS, ""),
        new View(KEY, "", FilterText.write(key), "lastContact", false, USUAL_COLUMNS, ""),
        new View(VALUABLE, "", FilterText.write(valuable), "size", false, RATED_COLUMNS, ""));
  }

  /**
   * The views there are: the list's own where nobody has kept any, else those kept, and behind them
   * the list's own that were never offered.
   */
  public static List<View> of(CustomerListSettings kept) {
    if (kept.views().isEmpty()) {
      return all();
    }
    List<String> there = kept.views().stream().map(View::id).toList();
    return Stream.concat(
            kept.views().stream().map(OwnViews::current),
            all().stream()
                .filter(own -> !kept.offered().contains(own.id()) && !there.contains(own.id())))
        .toList();
  }

  /** Ids of the list's own views. */
  public static List<String> ids() {
    return all().stream().map(View::id).toList();
  }

  /** A view that was kept or handed on, with the keys that fields have now. */
  public static View current(View view) {
    return new View(
        view.id(),
        view.name(),
        filter(view.filter()),
        key(view.sort()),
        view.descending(),
        view.columns().stream().map(c -> new Column(key(c.field()), c.width())).toList(),
        key(view.group()));
  }

  /** A text that is no filter stays as it is: whoever reads it says so. */
  private static String filter(String text) {
    try {
      return FilterText.write(current(FilterText.read(text)));
    } catch (ProblemException e) {
      return text;
    }
  }

  private static Filter current(Filter filter) {
    return switch (filter) {
      case Filter.All all -> new Filter.All(all.parts().stream().map(OwnViews::current).toList());
      case Filter.Any any -> new Filter.Any(any.parts().stream().map(OwnViews::current).toList());
      case Filter.Not not -> new Filter.Not(current(not.part()));
      case Filter.Where where -> Filter.where(key(where.field()), where.condition());
    };
  }

  private static String key(String field) {
    return FORMER.getOrDefault(field, field);
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
