/**
 * Import: from the rows of a sheet to customers. The line is file ({@code file}), columns ({@code
 * match}), rehearsal, commit, undo. Start at {@link app.ringbook.spreadsheet.ImportLine}. POI is
 * known in this room only.
 */
@NullMarked
package app.ringbook.spreadsheet;

import org.jspecify.annotations.NullMarked;
