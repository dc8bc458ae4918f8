/**
 * What rows of a sheet can become, and what becomes of each. Start at {@link
 * app.ringbook.spreadsheet.kind.RecordKind}. Apart from the line, because every kind has a room of
 * its own below and the line knows none of them by name.
 */
@NullMarked
package app.ringbook.spreadsheet.kind;

import org.jspecify.annotations.NullMarked;
