/**
 * Driver for CallerID.com "Whozz Calling?" serial units: lines of text, one a call's start and one
 * its end. Start at {@link app.ringbook.telephony.driver.whozz.WhozzDriver}; {@link
 * app.ringbook.telephony.driver.whozz.WhozzCodec} turns bytes into records, {@link
 * app.ringbook.telephony.driver.whozz.WhozzCalls} finds the call a record belongs to.
 */
@NullMarked
package app.ringbook.telephony.driver.whozz;

import org.jspecify.annotations.NullMarked;
