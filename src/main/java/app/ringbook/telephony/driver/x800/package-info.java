/**
 * Driver for kits that follow our published X800-style profile (see the phone-kit profile in the
 * documentation). Start at {@link app.ringbook.telephony.driver.x800.X800Driver}; {@link
 * app.ringbook.telephony.driver.x800.X800Codec} turns bytes into frames, {@link
 * app.ringbook.telephony.driver.x800.X800Session} frames into events. The simulator is the same
 * profile seen from the kit's side.
 */
@NullMarked
package app.ringbook.telephony.driver.x800;

import org.jspecify.annotations.NullMarked;
