/**
 * Imports and exports put together from the rooms they read and write. Start at {@link
 * app.ringbook.app.sheets.SheetRooms}. Apart from {@code app}, because only sheets meet nearly
 * every kind of record.
 */
@NullMarked
package app.ringbook.app.sheets;

import org.jspecify.annotations.NullMarked;
