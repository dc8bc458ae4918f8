/**
 * Ctrl K: finds anything, does anything. Start at {@link app.ringbook.shell.palette.PaletteModel};
 * what is searched comes in through {@link app.ringbook.shell.palette.SearchSource}. Apart from the
 * window because it knows nothing of it but its actions.
 */
@NullMarked
package app.ringbook.shell.palette;

import org.jspecify.annotations.NullMarked;
