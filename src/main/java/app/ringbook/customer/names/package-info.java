/**
 * What is derived from names: how they sort, how they sound, when two are the same. Kept apart
 * because it needs nothing but the name. Start at {@link app.ringbook.customer.names.NameKeys}.
 */
@NullMarked
package app.ringbook.customer.names;

import org.jspecify.annotations.NullMarked;
