package app.ringbook.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a table row and its preview show of a customer.
 *
 * @param mainPhone number to call first as typed, or null
 * @param mainContact name of the person to ask for, or null
 */
public record CustomerLine(
    long id,
    long version,
    String name,
    @Nullable String industry,
    @Nullable String tier,
    @Nullable String owner,
    @Nullable String tags,
    @Nullable String city,
    @Nullable String mainPhone,
    @Nullable String mainContact,
    @Nullable Instant lastContactAt,
    @Nullable Instant nextContactAt,
    @Nullable String nextContactNote,
    boolean doNotCall,
    @Nullable String source,
    @Nullable String country,
    @Nullable String region,
    @Nullable String address,
    @Nullable String postalCode,
    @Nullable String website,
    @Nullable String email,
    @Nullable String note,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {}
