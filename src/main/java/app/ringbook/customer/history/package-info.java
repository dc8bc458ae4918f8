/**
 * What happened to a customer, field by field, read from the journal. Start at {@link
 * app.ringbook.customer.history.CustomerHistory}. It stands apart because it turns old images of
 * rows back into records, which nobody else needs.
 */
@NullMarked
package app.ringbook.customer.history;

import org.jspecify.annotations.NullMarked;
