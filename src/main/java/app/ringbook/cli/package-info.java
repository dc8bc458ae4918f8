/**
 * The commands: the same program without its window. Start at {@link app.ringbook.cli.Cli}. As thin
 * as the screens: a command reads its words, calls the services the screens call, and prints.
 */
@NullMarked
package app.ringbook.cli;

import org.jspecify.annotations.NullMarked;
