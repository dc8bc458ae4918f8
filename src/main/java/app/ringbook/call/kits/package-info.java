/**
 * The kits that are open, and what a user decides about each beyond which one it is. Start reading
 * at {@link app.ringbook.call.kits.PhoneKits}. Apart from {@code call}, which files what they tell.
 */
@NullMarked
package app.ringbook.call.kits;

import org.jspecify.annotations.NullMarked;
