/** Ringbook, a desktop CRM for inside sales. Start reading at {@link app.ringbook.Main}. */
@NullMarked
package app.ringbook;

import org.jspecify.annotations.NullMarked;
