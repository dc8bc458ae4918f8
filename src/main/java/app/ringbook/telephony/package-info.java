/**
 * The telephone line: bytes of a phone kit become {@link app.ringbook.telephony.Call}s. Start at
 * {@link app.ringbook.telephony.PhoneLink}, which owns the threads, then {@link
 * app.ringbook.telephony.CallTracker}, which says what an event means. Stands apart at the bottom
 * of the house: it knows neither customers nor the database nor a window.
 */
@NullMarked
package app.ringbook.telephony;

import org.jspecify.annotations.NullMarked;
