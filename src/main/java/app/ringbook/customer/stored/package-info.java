/**
 * The texts customers, people and numbers are found by, as they stand in the database: read whole
 * for the memory, and searched there while the memory is not filled yet. Start at {@link
 * app.ringbook.customer.stored.StoredTexts}. Apart from the customers because it knows no customer,
 * only lines of text.
 */
@NullMarked
package app.ringbook.customer.stored;

import org.jspecify.annotations.NullMarked;
