/**
 * Dates as people type them. Start at {@link app.ringbook.ui.words.DateWords}. Apart from the other
 * parts of the window because it is pure and grows by its tables of words.
 */
@NullMarked
package app.ringbook.ui.words;

import org.jspecify.annotations.NullMarked;
