/**
 * Leads: strangers worth a second call. Kept from a call, a missed call or by hand, called, and at
 * last turned into a customer with the calls they made, or rejected with a reason. Start at {@link
 * app.ringbook.lead.Leads}. Apart from {@code customer} because a lead may be no more than a
 * number.
 */
@NullMarked
package app.ringbook.lead;

import org.jspecify.annotations.NullMarked;
