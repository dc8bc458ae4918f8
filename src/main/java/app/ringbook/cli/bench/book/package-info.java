/**
 * Benchmarks of the whole book: import, undo, size, and reading large sheets. Start at {@link
 * app.ringbook.cli.bench.book.ImportSpeed}. Apart from the others because these bring data in,
 * those ask questions.
 */
@NullMarked
package app.ringbook.cli.bench.book;

import org.jspecify.annotations.NullMarked;
