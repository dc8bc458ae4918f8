package app.ringbook.app;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.CustomerSearch.Hit;
import app.ringbook.platform.Progress;
import app.ringbook.shell.palette.SearchHit;
import app.ringbook.shell.palette.SearchSource;
import java.util.List;
import java.util.function.LongConsumer;

/** The palette's view of the search: customers, people and numbers, each of which can be opened. */
final class CustomerSource implements SearchSource {
  private final CustomerSearch search;
  private final LongConsumer open;
  private final LongConsumer call;

  /**
   * @param open shows a customer, on the window's thread
   * @param call calls a customer's main number, on the window's thread
   */
  CustomerSource(CustomerSearch search, LongConsumer open, LongConsumer call) {
    this.search = search;
    this.open = open;
    this.call = call;
  }

  @Override
  public List<SearchHit> find(String text, int limit, Progress progress) {
    return search.find(text, limit * 3, progress).stream().map(this::hit).toList();
  }

  private SearchHit hit(Hit hit) {
    SearchHit.Group group =
        switch (hit.kind()) {
          case CUSTOMER, NOTE -> SearchHit.Group.CUSTOMERS;
          case CONTACT -> SearchHit.Group.CONTACTS;
          case PHONE -> SearchHit.Group.PHONES;
        };
    List<SearchHit.Mark> marks =
        hit.highlights().stream().map(r -> new SearchHit.Mark(r.from(), r.to())).toList();
    return new SearchHit(
        group,
        hit.title(),
        hit.detail(),
        "",
        marks,
        () -> open.accept(hit.customerId()),
        () -> call.accept(hit.customerId()),
        List.of());
  }
}
