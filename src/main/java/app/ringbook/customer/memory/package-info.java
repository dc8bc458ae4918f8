/**
 * What is kept in memory to find callers and customers in microseconds: plain arrays, kept apart
 * because they know neither rows nor the database. Start at {@link
 * app.ringbook.customer.memory.NumberTable}.
 */
@NullMarked
package app.ringbook.customer.memory;

import org.jspecify.annotations.NullMarked;
