/**
 * Where everything is kept: opening, transactions, the journal, backup, restore and check. Start at
 * {@link app.ringbook.store.Database}. Features read through their own mappers and write whole rows
 * through {@link app.ringbook.store.Transaction}, so that no change can miss the journal.
 */
@NullMarked
package app.ringbook.store;

import org.jspecify.annotations.NullMarked;
