/**
 * Driver for voice modems: ITU-T V.253 / TIA IS-101 commands with the caller-ID forms of Rockwell,
 * USR, ZyXEL and others. Start at {@link
 * app.ringbook.telephony.driver.voicemodem.VoiceModemDriver}; its session asks the modem what it
 * can do ({@link app.ringbook.telephony.driver.voicemodem.ModemSetup}), the decoder of DLE codes
 * and the reader of caller-ID text turn bytes into news, and {@link
 * app.ringbook.telephony.driver.voicemodem.ModemCalls} finds the call they belong to.
 */
@NullMarked
package app.ringbook.telephony.driver.voicemodem;

import org.jspecify.annotations.NullMarked;
