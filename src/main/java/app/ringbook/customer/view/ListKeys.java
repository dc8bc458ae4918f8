package app.ringbook.customer.view;

import app.ringbook.ui.Page;
import java.util.List;

/** The keys that {@link CustomersTable} takes while it has the keyboard. */
final class ListKeys {
  /** They and what they do. */
  static final List<Page.Keys> KEYS =
      List.of(
          Page.Keys.of("customer.key.move", "Down", "Up", "J", "K"),
          Page.Keys.of("customer.action.open", "Enter"),
          Page.Keys.of("customer.action.preview", "Space"),
          Page.Keys.of("customer.action.edit", "F2", "E"),
          Page.Keys.of("customer.action.delete", "Delete"),
          Page.Keys.of("customer.key.check", "X"),
          Page.Keys.of("customer.key.check_more", "Shift Down", "Shift Up"),
          Page.Keys.of("customer.key.check_all", "Ctrl A"));

  private ListKeys() {}
}
