/**
 * Other ways to read a large sheet, and a large sheet to read: for benchmarks only. Start at {@link
 * app.ringbook.spreadsheet.rival.OtherReaders}. Apart because nothing of the product may use it.
 */
@NullMarked
package app.ringbook.spreadsheet.rival;

import org.jspecify.annotations.NullMarked;
