/**
 * The public pool on the screens of customers and in the settings. Start at {@link
 * app.ringbook.customer.view.pool.PoolPanel}. It stands apart because other rooms of customers do
 * not know of it.
 */
@NullMarked
package app.ringbook.customer.view.pool;

import org.jspecify.annotations.NullMarked;
