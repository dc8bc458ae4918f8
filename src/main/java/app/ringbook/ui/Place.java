package app.ringbook.ui;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere a person can be: a page, and the record it shows if it shows one.
 *
 * @param page {@link Page#id()}
 * @param id the record, or null for the page as it was left
 */
public record Place(String page, @Nullable Long id) {
  /** The page without a particular record. */
  public static Place of(String page) {
    return new Place(page, null);
  }
}
