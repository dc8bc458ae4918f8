package app.ringbook.customer.index;

/**
 * A text that was found.
 *
 * @param kind number of the table it comes from
 * @param score how good the find is, see {@link TextScore}
 * @param line line of the text in which the first fragment was found, from 0, or {@link
 *     TextScore#MARKED}
 */
public record Find(int kind, long id, long owner, int score, int line) {}
