package app.ringbook.customer.stored;

import app.ringbook.customer.memory.TextTable;

/**
 * The texts that are searched together.
 *
 * @param customers by the customer's key
 * @param contacts by the person's key, owned by the customer
 * @param phones by the phone's key, owned by the customer
 */
public record SearchedTexts(TextTable customers, TextTable contacts, TextTable phones) {

  /** No texts yet. */
  public static SearchedTexts empty() {
    return new SearchedTexts(new TextTable(), new TextTable(), new TextTable());
  }
}
