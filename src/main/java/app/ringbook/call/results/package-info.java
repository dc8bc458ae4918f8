/**
 * What a call comes to: the results a person picks by key, and the next contact that is proposed
 * for each. Start at {@link app.ringbook.call.results.CallResult}. It stands apart from the line of
 * a call because it is only words and days, without line, database or window.
 */
@NullMarked
package app.ringbook.call.results;

import org.jspecify.annotations.NullMarked;
