package app.ringbook.spreadsheet.export;

import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.Leads;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.lead.LeadKind;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads, one a row, the newest first. */
public final class LeadExport {
  private static final int SLICE = 500;
  private final Leads leads;
  private final PhoneNumbers numbers;
  private final Kinds kinds;

  /** Reads through these doors. */
  public LeadExport(Leads leads, PhoneNumbers numbers, Kinds kinds) {
    this.leads = leads;
    this.numbers = numbers;
    this.kinds = kinds;
  }

  /** The leads of a list. */
  public ExportSource<Lead> of(LeadFilter filter, Texts texts) {
    return new ExportSource<>(
        LeadKind.WORD, columns(texts), (progress, sink) -> each(filter, progress, sink));
  }

  /** The leads that were chosen one by one; those that are gone are left out. */
  public ExportSource<Lead> of(List<Long> ids, Texts texts) {
    return new ExportSource<>(
        LeadKind.WORD,
        columns(texts),
        (progress, sink) -> ids.stream().map(leads::byId).flatMap(Optional::stream).forEach(sink));
  }

  /** How many leads a filter means. */
  public long count(LeadFilter filter) {
    Leads.Counts counts = leads.counts(filter, Progress.NONE);
    Lead.State state = filter.state();
    return state == null
        ? counts.fresh() + counts.contacted() + counts.converted() + counts.rejected()
        : counts.of(state);
  }

  private void each(LeadFilter filter, Progress progress, Consumer<Lead> sink) {
    long total = count(filter);
    long done = 0;
    Lead last = null;
    List<Lead> page;
    do {
      progress.check();
      page = leads.page(filter, last, SLICE);
      page.forEach(sink);
      last = page.isEmpty() ? last : page.getLast();
      done += page.size();
      progress.at(done, Math.max(done, total));
    } while (page.size() == SLICE);
  }

  private List<ExportColumn<Lead>> columns(Texts texts) {
    Headings headings = new Headings(kinds.byWord(LeadKind.WORD).fields(), texts);
    return List.of(
        imported(headings, "contact", Shape.NAME, l -> l.name().isBlank() ? null : l.name()),
        titled(texts, "company", Shape.NAME, Lead::company),
        imported(headings, "contactRole", Shape.TEXT, Lead::job),
        titled(texts, "phone", Shape.CODE, this::phone),
        imported(headings, "email", Shape.TEXT, Lead::email),
        imported(
            headings,
            "source",
            Shape.TEXT,
            l -> new ExportColumn.Word(l.source(), LeadSource.words(l.source(), texts))),
        imported(headings, "owner", Shape.TEXT, Lead::owner),
        titled(
            texts,
            "state",
            Shape.TEXT,
            l -> new ExportColumn.Word(l.state().name(), texts.text(l.state().key()))),
        titled(texts, "reason", Shape.TEXT, Lead::reason),
        imported(headings, "nextContact", Shape.MOMENT, Lead::nextContactAt),
        imported(headings, "doNotCall", Shape.TEXT, Lead::doNotCall),
        imported(headings, "note", Shape.LONG_TEXT, Lead::note),
        titled(texts, "created", Shape.MOMENT, Lead::createdAt),
        titled(texts, "updated", Shape.MOMENT, Lead::updatedAt),
        imported(headings, CustomerFields.OWN_KEY.key(), Shape.CODE, l -> String.valueOf(l.id())));
  }

  /** As it came, unless that is read otherwise without the place it came from. */
  private @Nullable String phone(Lead lead) {
    String e164 = lead.numberE164();
    String raw = lead.numberRaw();
    if (raw.isBlank()) {
      return e164;
    }
    return e164 == null || e164.equals(numbers.parse(raw).e164()) ? raw : e164;
  }

  private static ExportColumn<Lead> imported(
      Headings headings, String key, Shape shape, Function<Lead, @Nullable Object> value) {
    return new ExportColumn<>(key, headings.of(key), shape, value);
  }

  private static ExportColumn<Lead> titled(
      Texts texts, String key, Shape shape, Function<Lead, @Nullable Object> value) {
    return new ExportColumn<>(key, texts.text("spreadsheet.export." + key), shape, value);
  }
}
