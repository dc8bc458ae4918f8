/**
 * Writing sheets: rows in, a workbook or a text file out, in little memory and harmless to whoever
 * opens it. Start at {@link app.ringbook.spreadsheet.write.SheetWriter}. Apart from reading,
 * because the reader of foreign files needs nothing of it but the guard against formulas.
 */
@NullMarked
package app.ringbook.spreadsheet.write;

import org.jspecify.annotations.NullMarked;
