/**
 * Whom a number that several people share was taken for, by the time of day. Start at {@link
 * app.ringbook.call.choice.NumberChoices}. It stands apart from the calls themselves because it
 * outlives them: a call may be unlinked or deleted, what was learned of its number stays.
 */
@NullMarked
package app.ringbook.call.choice;

import org.jspecify.annotations.NullMarked;
