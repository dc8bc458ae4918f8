/**
 * Export: from customers, people, leads, calls and timelines to sheets and address cards that come
 * back unchanged when they are imported again. Start at {@link
 * app.ringbook.spreadsheet.export.Exports}. Apart from the import, which only shares the catalogue
 * of fields with it.
 */
@NullMarked
package app.ringbook.spreadsheet.export;

import org.jspecify.annotations.NullMarked;
