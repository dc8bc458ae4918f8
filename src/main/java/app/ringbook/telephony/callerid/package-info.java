/**
 * Who calls, as the exchange sends it: FSK frames (Bellcore GR-30, ETSI EN 300 659-3, YDN 069) and
 * DTMF digits, whatever kit carries them. Start at {@link
 * app.ringbook.telephony.callerid.FskCallerId} and {@link
 * app.ringbook.telephony.callerid.DtmfCallerId}; {@link app.ringbook.telephony.callerid.FskFrame}
 * finds frames in a stream of bytes, {@link app.ringbook.telephony.callerid.CallerIdLines} reads
 * the text that modems make of them.
 */
@NullMarked
package app.ringbook.telephony.callerid;

import org.jspecify.annotations.NullMarked;
