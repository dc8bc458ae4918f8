/**
 * Faults of the telephone line: bytes that mean nothing, floods, pulled plugs, and sound that must
 * not lose a sample. Apart from the other faults because no child is killed here: the program's own
 * link runs on a pseudo-terminal. Start at {@link app.ringbook.faults.serial.SerialFuzz}.
 */
@NullMarked
package app.ringbook.faults.serial;

import org.jspecify.annotations.NullMarked;
