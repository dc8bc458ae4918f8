package app.ringbook.app.sheets;

import app.ringbook.call.CallFilter;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.FilterText;
import app.ringbook.customer.view.ListedCustomers;
import app.ringbook.lead.LeadFilter;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.export.CallExport;
import app.ringbook.spreadsheet.export.CustomerExport.Chosen;
import app.ringbook.spreadsheet.export.ExportSource;
import app.ringbook.spreadsheet.export.ExportSources;
import app.ringbook.spreadsheet.export.TimelineExport;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.lead.LeadKind;
import app.ringbook.spreadsheet.view.ExportModel.Choice;
import app.ringbook.spreadsheet.view.ExportModel.Made;
import app.ringbook.spreadsheet.view.ExportModel.Offer;
import app.ringbook.spreadsheet.view.ExportModel.Which;
import java.util.List;

/**
 * What the pages with lists have to export.
 *
 * @param sources where it comes from
 */
public record ExportOffers(ExportSources sources) {

  /** The customers of a list, their people, or what happened with them. */
  public Offer customers(ListedCustomers listed) {
    return new Offer(
        List.of(CustomerKind.WORD, ContactKind.WORD, TimelineExport.WORD),
        listed.checked().length,
        listed.listed(),
        listed.all(),
        true,
        (choice, texts) -> customers(listed, choice, texts));
  }

  private Made customers(ListedCustomers listed, Choice choice, Texts texts) {
    ListQuery shown = listed.query();
    ListQuery query =
        choice.which() == Which.ALL ? shown.withText("").withFilter(Filter.everyone()) : shown;
    Chosen chosen = new Chosen(query, choice.which() == Which.CHECKED ? listed.checked() : null);
    ExportSource<?> source =
        switch (choice.kind()) {
          case ContactKind.WORD -> sources.contacts().of(chosen, texts);
          case TimelineExport.WORD -> sources.timeline().of(chosen, texts);
          default ->
              sources
                  .customers()
                  .of(chosen, choice.everything() ? List.of() : listed.columns(), texts);
        };
    String text = query.text().isBlank() ? "" : " \"" + query.text() + "\"";
    String narrowed =
        switch (choice.which()) {
          case CHECKED -> "(" + listed.checked().length + ")";
          case LISTED -> FilterText.write(query.filter()) + text;
          case ALL -> "";
        };
    return new Made(source, narrowed.strip());
  }

  /**
   * The leads of a list. Counts them, so it is not for the window's thread.
   *
   * @param chosen keys of those that were chosen one by one; none for the whole list
   */
  public Offer leads(LeadFilter filter, List<Long> chosen) {
    return new Offer(
        List.of(LeadKind.WORD),
        chosen.size(),
        sources.leads().count(filter),
        sources.leads().count(LeadFilter.ALL),
        false,
        (choice, texts) ->
            switch (choice.which()) {
              case CHECKED -> new Made(sources.leads().of(chosen, texts), counted(chosen));
              case LISTED -> new Made(sources.leads().of(filter, texts), filter.toString());
              case ALL -> new Made(sources.leads().of(LeadFilter.ALL, texts), "");
            });
  }

  /** The calls of a list, as {@link #leads}. */
  public Offer calls(CallFilter filter, List<Long> chosen) {
    return new Offer(
        List.of(CallExport.WORD),
        chosen.size(),
        sources.calls().count(filter),
        sources.calls().count(CallFilter.ALL),
        false,
        (choice, texts) ->
            switch (choice.which()) {
              case CHECKED -> new Made(sources.calls().of(chosen, texts), counted(chosen));
              case LISTED -> new Made(sources.calls().of(filter, texts), filter.toString());
              case ALL -> new Made(sources.calls().of(CallFilter.ALL, texts), "");
            });
  }

  private static String counted(List<Long> chosen) {
    return "(" + chosen.size() + ")";
  }
}
