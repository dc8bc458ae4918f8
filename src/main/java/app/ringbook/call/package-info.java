/**
 * The line of a call, from the first ring to the entry on the customer's timeline: who calls, what
 * the pop-up shows, the recording, the record. Start at {@link app.ringbook.call.CallScreen} for
 * what a person sees of it.
 */
@NullMarked
package app.ringbook.call;

import org.jspecify.annotations.NullMarked;
