/**
 * The import as four steps: file, columns, review, done. Start at {@link
 * app.ringbook.spreadsheet.view.ImportWizard}, and for what it does at {@link
 * app.ringbook.spreadsheet.view.ImportModel}.
 */
@NullMarked
package app.ringbook.spreadsheet.view;

import org.jspecify.annotations.NullMarked;
