/**
 * The main window around the features' pages: sidebar, history, palette, toasts, the card of the
 * phone line, settings, the first run and what is shown when the program cannot start. It sees
 * every feature and stays thin: what a page does is in the feature's own view. Start at {@link
 * app.ringbook.shell.MainWindow}.
 */
@NullMarked
package app.ringbook.shell;

import org.jspecify.annotations.NullMarked;
