/**
 * Reads the XML inside of ordinary .xlsx files as bytes, several times faster than an XML parser
 * can: without names, attributes and texts as objects that nobody looks at. It accepts only what
 * spreadsheet programs write and gives up at the first thing that is unusual: then an XML parser
 * reads the file. Start at {@link app.ringbook.spreadsheet.file.xml.SheetScanner}. Apart from the
 * files because it knows no cells, only what stands in the XML.
 */
@NullMarked
package app.ringbook.spreadsheet.file.xml;

import org.jspecify.annotations.NullMarked;
