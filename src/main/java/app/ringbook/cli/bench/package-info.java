/**
 * The benchmarks: ours beside another way of doing the same, in one run on one machine, with a
 * check that both gave the same answer. Start at {@link app.ringbook.cli.bench.BenchCommand}.
 */
@NullMarked
package app.ringbook.cli.bench;

import org.jspecify.annotations.NullMarked;
