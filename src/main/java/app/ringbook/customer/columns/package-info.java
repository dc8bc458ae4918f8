/**
 * The fields of all customers column by column in memory: derived data that filters, sorts and
 * counts a million customers faster than a database walks its rows. Read when first needed, kept
 * true by the database's changes. Start at {@link app.ringbook.customer.columns.ColumnStore}. Apart
 * from the customers because it knows no customer, only fields, values and keys.
 */
@NullMarked
package app.ringbook.customer.columns;

import org.jspecify.annotations.NullMarked;
