/**
 * What happened to records and what an undo left alone, for people. Start at {@link
 * app.ringbook.store.history.KeptWords}. It stands apart because it only reads what the journal
 * holds.
 */
@NullMarked
package app.ringbook.store.history;

import org.jspecify.annotations.NullMarked;
