package app.ringbook.spreadsheet.file;

/**
 * A sheet of a file.
 *
 * @param name as on its tab; of a text file the file's name without its ending
 * @param hidden true if the spreadsheet program does not show it
 */
public record SheetInfo(String name, boolean hidden) {}
