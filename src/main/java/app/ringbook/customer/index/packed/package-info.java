/**
 * Texts, ids and lists in few bytes, each readable by itself. Start with {@link
 * app.ringbook.customer.index.packed.TextStore}. It stands apart because it knows bytes only, not
 * what is looked for in them.
 */
@NullMarked
package app.ringbook.customer.index.packed;

import org.jspecify.annotations.NullMarked;
