/**
 * The catalogue: every field of a customer and of a contact in one list, the program's own and
 * those users defined. Start at {@link app.ringbook.customer.catalogue.CustomerCatalogue}. It
 * stands apart because it knows rows, profiles and fields, which do not know each other.
 */
@NullMarked
package app.ringbook.customer.catalogue;

import org.jspecify.annotations.NullMarked;
