/** The commands of the phone line: ports, kits, listening, the call log, who is calling. */
@NullMarked
package app.ringbook.cli.phone;

import org.jspecify.annotations.NullMarked;
