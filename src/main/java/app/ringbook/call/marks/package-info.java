/**
 * Marks in the sound of a call: what was said there, dropped with one key while people talk or
 * while the recording is heard, and comments on it. Start at {@link
 * app.ringbook.call.marks.CallMarks}. It stands apart from the call's own record because a mark is
 * written while the call has no row yet, and knows the call by its key only.
 */
@NullMarked
package app.ringbook.call.marks;

import org.jspecify.annotations.NullMarked;
