/**
 * From a file of a spreadsheet to typed rows, and back to a workbook. Start at {@link
 * app.ringbook.spreadsheet.file.SheetFile}. Files come from strangers: they are recognised by
 * content, Excel files are parsed in a child process with a heap and a time limit, and everything
 * that can go wrong in them becomes one sentence.
 */
@NullMarked
package app.ringbook.spreadsheet.file;

import org.jspecify.annotations.NullMarked;
