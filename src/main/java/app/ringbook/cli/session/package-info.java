/**
 * What every command has at hand: the words it was started with, the services it may open ({@link
 * app.ringbook.cli.session.House}), and where it prints. Apart from the commands, so that these can
 * stand in folders of their own.
 */
@NullMarked
package app.ringbook.cli.session;

import org.jspecify.annotations.NullMarked;
