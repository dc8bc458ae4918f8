/**
 * Copies of the data and their way back, on closed files: making and checking a backup, restoring
 * one. Apart from the store because it needs no open database of ours and the store needs it while
 * opening. Start at {@link app.ringbook.store.backup.BackupMaker}.
 */
@NullMarked
package app.ringbook.store.backup;

import org.jspecify.annotations.NullMarked;
