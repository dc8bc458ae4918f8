package app.ringbook.customer.files;

import java.time.Instant;

/**
 * A file kept with a customer.
 *
 * @param id key
 * @param version version that was read
 * @param customerId whose file it is
 * @param name its name when it was added
 * @param storedName where it lies in the folder of files, with slashes
 * @param bytes its length
 * @param sha256 checksum of its content, 64 hex digits
 * @param addedAt when it was added
 * @param author who added it
 */
public record KeptFile(
    long id,
    long version,
    long customerId,
    String name,
    String storedName,
    long bytes,
    String sha256,
    Instant addedAt,
    String author) {}
