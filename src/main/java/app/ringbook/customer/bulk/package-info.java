/**
 * The same change to many customers: what it would do, then block by block, as one thing to take
 * back. Start at {@link app.ringbook.customer.bulk.BulkEdits}. Apart from the customers because it
 * only uses their door.
 */
@NullMarked
package app.ringbook.customer.bulk;

import org.jspecify.annotations.NullMarked;
