/**
 * What every screen is made with: the language that switches live, formats of dates and numbers,
 * toasts, keys, icons, and the interfaces behind which the system's dialogs and clipboard stand.
 * Screens start at {@link app.ringbook.ui.Page}; {@link app.ringbook.ui.Fx} is the only way onto
 * the window's thread. Ready-made controls are in {@code controls}, colours and fonts in {@code
 * theme}.
 */
@NullMarked
package app.ringbook.ui;

import org.jspecify.annotations.NullMarked;
