/**
 * The data folder as files: whether it may hold a database at all, the mark of an unclean stop, the
 * lock of the one instance, and the zip of a backup. Knows no database. Start at {@link
 * app.ringbook.store.file.DataFolder}.
 */
@NullMarked
package app.ringbook.store.file;

import org.jspecify.annotations.NullMarked;
