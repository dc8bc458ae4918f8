/**
 * Controls of the house, in the look of the design and with their keyboard and screen reader
 * behaviour. Each takes its words as observable values, so that it follows the language. Start at
 * {@link app.ringbook.ui.controls.WindowedRows} for long lists; the rest is small.
 */
@NullMarked
package app.ringbook.ui.controls;

import org.jspecify.annotations.NullMarked;
