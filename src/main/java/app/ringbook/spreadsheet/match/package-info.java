/**
 * Which column is which field, and what a row says in those fields. Start at {@link
 * app.ringbook.spreadsheet.match.CustomerFields}, the catalogue: one line a field.
 */
@NullMarked
package app.ringbook.spreadsheet.match;

import org.jspecify.annotations.NullMarked;
