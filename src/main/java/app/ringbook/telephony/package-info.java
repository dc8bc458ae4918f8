/**
 * The telephone line: bytes of a phone kit become {@link app.ringbook.telephony.Call}s. Here is
 * what both sides speak of: what a driver reads ({@code CallEvent}), what is known of a call
 * ({@code Call}), who hears of it ({@code CallListener}), and what a driver has to do ({@code
 * PhoneDriver}). Start at {@code telephony.link.PhoneLink}, which owns the threads. Stands apart at
 * the bottom of the house: it knows neither customers nor the database nor a window.
 */
@NullMarked
package app.ringbook.telephony;

import org.jspecify.annotations.NullMarked;
