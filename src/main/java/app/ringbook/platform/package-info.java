/**
 * What every room stands on: time, folders, background work, phone numbers, texts. Knows no
 * feature, no window and no database, and stays small enough to be read in one sitting.
 */
@NullMarked
package app.ringbook.platform;

import org.jspecify.annotations.NullMarked;
