/**
 * Driver for NCID servers in the network: lines of text over TCP. Start at {@link
 * app.ringbook.telephony.driver.ncid.NcidDriver}; {@link
 * app.ringbook.telephony.driver.ncid.NcidCodec} turns bytes into records, {@link
 * app.ringbook.telephony.driver.ncid.NcidCalls} makes calls of live records, {@link
 * app.ringbook.telephony.driver.ncid.NcidHistory} of the server's log.
 */
@NullMarked
package app.ringbook.telephony.driver.ncid;

import org.jspecify.annotations.NullMarked;
