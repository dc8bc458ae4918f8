/**
 * Deleted records that can be put back, with all that hung on them. Start at {@link
 * app.ringbook.store.trash.Trash}. It stands apart because it knows rows and no features: it holds
 * no copy of anything, but says where in the journal the rows of a deletion lie.
 */
@NullMarked
package app.ringbook.store.trash;

import org.jspecify.annotations.NullMarked;
