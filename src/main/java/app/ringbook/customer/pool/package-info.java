/**
 * The public pool: customers nobody looks after, how they get there and who may take them. Start at
 * {@link app.ringbook.customer.pool.Pool}. It stands apart because it is a set of rules about the
 * owner and nothing else of the customer.
 */
@NullMarked
package app.ringbook.customer.pool;

import org.jspecify.annotations.NullMarked;
