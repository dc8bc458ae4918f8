/**
 * What benchmarks find out, and how processor time is counted. Start at {@link
 * app.ringbook.cli.bench.figures.BenchResult}. Apart so that every room of benchmarks can use it.
 */
@NullMarked
package app.ringbook.cli.bench.figures;

import org.jspecify.annotations.NullMarked;
