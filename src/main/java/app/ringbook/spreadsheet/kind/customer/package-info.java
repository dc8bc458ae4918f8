/**
 * Rows that become customers, or people of customers. Start at {@link
 * app.ringbook.spreadsheet.kind.customer.CustomerKind}. Apart from other kinds, because recognising
 * a customer by key, name and phones is work of its own.
 */
@NullMarked
package app.ringbook.spreadsheet.kind.customer;

import org.jspecify.annotations.NullMarked;
