/**
 * What a user decides about a kit beyond which one it is. Start reading at {@link
 * app.ringbook.call.kits.KitOrders}. Apart from {@code call}, which opens the kits and files what
 * they tell.
 */
@NullMarked
package app.ringbook.call.kits;

import org.jspecify.annotations.NullMarked;
