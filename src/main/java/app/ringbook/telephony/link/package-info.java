/**
 * A kit on its port while the program runs. Start at {@link app.ringbook.telephony.link.PhoneLink},
 * which owns the threads; {@code LinkReader} opens the port and feeds the driver, {@code
 * LinkTeller} hands on what it read, and {@link app.ringbook.telephony.link.CallTracker} says what
 * an event means. Apart from the words in {@code telephony}, which drivers, recorder and desk share
 * and none of which starts anything.
 */
@NullMarked
package app.ringbook.telephony.link;

import org.jspecify.annotations.NullMarked;
