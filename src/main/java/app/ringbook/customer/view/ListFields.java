package app.ringbook.customer.view;

import app.ringbook.customer.columns.ColumnField;
import app.ringbook.ui.Language;
import java.util.List;
import java.util.Optional;

/** The fields that lists can filter, sort, show and change, with their words. */
public final class ListFields {
  private final CustomerBook book;
  private final Language language;

  ListFields(CustomerBook book, Language language) {
    this.book = book;
    this.language = language;
  }

  /** All fields there are now, in the catalogue's order. */
  List<ColumnField> all() {
    return book.fields();
  }

  /** The field of this key, unless it was taken out of the catalogue. */
  Optional<ColumnField> byKey(String key) {
    return all().stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** The field's name in the present language. */
  String label(String key) {
    return language.now("customer.column." + key);
  }
}
