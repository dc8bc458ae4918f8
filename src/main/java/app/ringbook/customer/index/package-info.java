/**
 * The derived index: finds texts by any fragment in well under a millisecond among millions. Start
 * with {@link app.ringbook.customer.index.LiveTexts}. It stands apart because it knows bytes,
 * fragments and keys only, neither customers nor the database.
 */
@NullMarked
package app.ringbook.customer.index;

import org.jspecify.annotations.NullMarked;
