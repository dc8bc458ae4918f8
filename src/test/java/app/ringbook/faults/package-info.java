/**
 * What is tried on ourselves: {@code faults NAME [--rounds N] [--seed S] [--cheat HOW]}. Start at
 * {@link app.ringbook.faults.Faults}. A child process works as the program would, is killed at a
 * random moment, and what it said was saved is compared with what is there. {@code --cheat} makes
 * the store lie, and the harness must notice. Each prints one line of figures and exits 1 on any
 * breach; {@link app.ringbook.faults.FaultsTest} runs the small sizes.
 */
@NullMarked
package app.ringbook.faults;

import org.jspecify.annotations.NullMarked;
