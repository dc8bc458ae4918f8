/**
 * Customers, their contacts and phones, and finding them: by number, by name, in lists. Start at
 * {@link app.ringbook.customer.Customers}.
 */
@NullMarked
package app.ringbook.customer;

import org.jspecify.annotations.NullMarked;
