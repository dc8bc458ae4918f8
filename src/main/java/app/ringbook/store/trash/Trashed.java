package app.ringbook.store.trash;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deleted record.
 *
 * @param id its place in the trash
 * @param version version that was read
 * @param recordTable table of the record
 * @param recordId key it had, and has again once it is put back
 * @param name what people called it
 * @param belongedTo what it was a part of, in the user's words, or null
 * @param children rows that went with it or were unlinked from it
 * @param firstRow where its rows begin in the entry that deleted it
 * @param deletedAt when
 * @param author who deleted it
 */
public record Trashed(
    long id,
    long version,
    String recordTable,
    long recordId,
    String name,
    @Nullable String belongedTo,
    int children,
    int firstRow,
    Instant deletedAt,
    String author) {}
