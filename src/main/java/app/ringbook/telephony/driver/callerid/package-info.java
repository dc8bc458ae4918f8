/**
 * Driver for caller-ID boxes on a serial port, whichever public format they speak: FSK frames as
 * bytes, DTMF digits, lines of text. Start at {@link
 * app.ringbook.telephony.driver.callerid.CallerIdDriver}; {@link
 * app.ringbook.telephony.driver.callerid.BoxCodec} turns bytes into records, {@link
 * app.ringbook.telephony.driver.callerid.BoxCalls} makes calls of them.
 */
@NullMarked
package app.ringbook.telephony.driver.callerid;

import org.jspecify.annotations.NullMarked;
