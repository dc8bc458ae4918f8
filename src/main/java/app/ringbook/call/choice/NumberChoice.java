package app.ringbook.call.choice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a number was taken for.
 *
 * @param id key of the row
 * @param version version that was read
 * @param number the number: international where known, else as the line gave it
 * @param hourBand time of day, see {@link NumberChoices#band}
 * @param customerId the customer
 * @param contactId the person, or null
 * @param times how often
 * @param lastAt the last call for which it was chosen
 */
record NumberChoice(
    long id,
    long version,
    String number,
    int hourBand,
    long customerId,
    @Nullable Long contactId,
    int times,
    Instant lastAt) {}
