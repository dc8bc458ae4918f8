package app.ringbook.spreadsheet.export;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.customer.FollowUpKind;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened with customers, one entry a row: by customer, the newest first. */
public final class TimelineExport {
  /** Its name. */
  public static final String WORD = "timeline";

  private final CustomerExport customers;
  private final Timeline timeline;
  private final CustomerCatalogue catalogue;
  private final Kinds kinds;

  /** An entry with the names around it. */
  private record Told(TimelineEntry entry, String customer, @Nullable String contact) {}

  /** Reads through these doors. */
  public TimelineExport(
      CustomerExport customers, Timeline timeline, CustomerCatalogue catalogue, Kinds kinds) {
    this.customers = customers;
    this.timeline = timeline;
    this.catalogue = catalogue;
    this.kinds = kinds;
  }

  /** What happened with these customers. */
  public ExportSource<?> of(CustomerExport.Chosen chosen, Texts texts) {
    return new ExportSource<>(
        WORD,
        columns(texts),
        (progress, sink) -> customers.each(chosen, progress, some -> entries(some, sink)));
  }

  private void entries(List<Portrait> some, Consumer<Told> sink) {
    Map<Long, List<TimelineEntry>> entries = new HashMap<>();
    timeline
        .of(some.stream().map(p -> p.customer().id()).toList())
        .forEach(e -> entries.computeIfAbsent(e.customerId(), k -> new ArrayList<>()).add(e));
    for (Portrait portrait : some) {
      for (TimelineEntry entry : entries.getOrDefault(portrait.customer().id(), List.of())) {
        sink.accept(new Told(entry, portrait.customer().name(), person(portrait, entry)));
      }
    }
  }

  private static @Nullable String person(Portrait portrait, TimelineEntry entry) {
    Long id = entry.contactId();
    return id == null
        ? null
        : portrait.contacts().stream()
            .filter(c -> c.id() == id)
            .map(Contact::name)
            .findFirst()
            .orElse(null);
  }

  private List<ExportColumn<Told>> columns(Texts texts) {
    TimelineText words = new TimelineText(catalogue, texts);
    Headings headings = new Headings(kinds.byWord(FollowUpKind.WORD).fields(), texts);
    return List.of(
        column("at", headings.of("followUpAt"), Shape.MOMENT, t -> t.entry().at()),
        column(
            "kind",
            texts.text("spreadsheet.export.kind"),
            Shape.TEXT,
            t ->
                new ExportColumn.Word(t.entry().kind().name(), texts.text(t.entry().kind().key()))),
        column("name", headings.of("name"), Shape.NAME, Told::customer),
        column("contact", headings.of("contact"), Shape.NAME, Told::contact),
        column("text", headings.of("note"), Shape.LONG_TEXT, t -> words.of(t.entry())),
        column("author", headings.of("followUpAuthor"), Shape.TEXT, t -> t.entry().actor()),
        column(
            "customerId",
            headings.of(CustomerFields.OWN_KEY.key()),
            Shape.CODE,
            t -> String.valueOf(t.entry().customerId())),
        column(
            FollowUpKind.ENTRY_KEY.key(),
            headings.of(FollowUpKind.ENTRY_KEY.key()),
            Shape.CODE,
            t -> String.valueOf(t.entry().id())));
  }

  private static ExportColumn<Told> column(
      String key, String heading, Shape shape, Function<Told, @Nullable Object> value) {
    return new ExportColumn<>(key, heading, shape, value);
  }
}
