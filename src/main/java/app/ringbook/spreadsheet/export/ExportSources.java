package app.ringbook.spreadsheet.export;

import app.ringbook.call.CallFilter;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.filter.Filter;
import app.ringbook.lead.LeadFilter;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.lead.LeadKind;
import java.util.List;

/**
 * Everything that can be exported.
 *
 * @param customers customers
 * @param contacts people
 * @param leads leads
 * @param calls calls
 * @param timeline what happened with customers
 * @param clock what today is
 */
public record ExportSources(
    CustomerExport customers,
    ContactExport contacts,
    LeadExport leads,
    CallExport calls,
    TimelineExport timeline,
    AppClock clock) {

  /** The kinds by name, the usual one first. */
  public static final List<String> WORDS =
      List.of(
          CustomerKind.WORD, ContactKind.WORD, LeadKind.WORD, CallExport.WORD, TimelineExport.WORD);

  /**
   * The records of a kind. What belongs to customers follows the list of customers and is narrowed
   * by their fields, everything else by its own columns.
   *
   * @param word its name
   * @param view the list of customers
   * @param columns the list's columns; empty for everything there is
   * @param where narrows it further
   * @throws ProblemException if there is no such kind, column or field
   */
  public ExportSource<?> of(
      String word, ListQuery view, List<String> columns, Filter where, Texts texts) {
    ListQuery narrowed = view.withFilter(Filter.all(view.filter(), where).simplified());
    CustomerExport.Chosen chosen = new CustomerExport.Chosen(narrowed, null);
    return switch (word) {
      case CustomerKind.WORD -> customers.of(chosen, columns, texts);
      case ContactKind.WORD -> contacts.of(chosen, texts);
      case TimelineExport.WORD -> timeline.of(chosen, texts);
      case LeadKind.WORD -> RowFilter.narrowed(leads.of(LeadFilter.ALL, texts), where, clock);
      case CallExport.WORD -> RowFilter.narrowed(calls.of(CallFilter.ALL, texts), where, clock);
      default ->
          throw new ProblemException(
              "spreadsheet.export.problem.kind", word, String.join(", ", WORDS));
    };
  }
}
