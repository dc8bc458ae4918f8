/**
 * Bytes in and out of a port, whatever the port is made of: {@link
 * app.ringbook.telephony.serial.SerialLine}. The only room that knows the serial library.
 */
@NullMarked
package app.ringbook.telephony.serial;

import org.jspecify.annotations.NullMarked;
