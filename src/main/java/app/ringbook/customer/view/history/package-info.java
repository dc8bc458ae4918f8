/**
 * The history of a customer over the window. Start at {@link
 * app.ringbook.customer.view.history.HistorySheet}. It stands apart because any page may open it.
 */
@NullMarked
package app.ringbook.customer.view.history;

import org.jspecify.annotations.NullMarked;
