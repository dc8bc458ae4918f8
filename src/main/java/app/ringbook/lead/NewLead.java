package app.ringbook.lead;

import app.ringbook.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A lead to be kept; a name or a number is enough.
 *
 * @param name the person's name, or empty
 * @param company where they work, or null
 * @param number their number, or null
 * @param source how they came
 * @param note what is known of them, or null
 */
public record NewLead(
    String name,
    @Nullable String company,
    @Nullable PhoneNumber number,
    Lead.Source source,
    @Nullable String note) {}
