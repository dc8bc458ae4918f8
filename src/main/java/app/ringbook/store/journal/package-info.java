/**
 * The journal's files: numbered segments of checksummed records, appended and forced to disk. Apart
 * from the store because it knows bytes and sequences only, so that it can be read and tested
 * alone. Start at {@link app.ringbook.store.journal.JournalFiles}.
 */
@NullMarked
package app.ringbook.store.journal;

import org.jspecify.annotations.NullMarked;
