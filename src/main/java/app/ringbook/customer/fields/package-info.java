/**
 * What fields are, for all objects: their kinds, the ones users define, their values and formulas.
 * Start at {@link app.ringbook.customer.fields.Field}. It stands apart because customers, leads and
 * deals are all described by it, and it knows none of them.
 */
@NullMarked
package app.ringbook.customer.fields;

import org.jspecify.annotations.NullMarked;
