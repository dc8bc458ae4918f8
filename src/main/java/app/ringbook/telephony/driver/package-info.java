/**
 * The list of drivers and their simulators: {@link app.ringbook.telephony.driver.Drivers}. Each
 * driver lives in a folder of its own below and knows no other driver.
 */
@NullMarked
package app.ringbook.telephony.driver;

import org.jspecify.annotations.NullMarked;
