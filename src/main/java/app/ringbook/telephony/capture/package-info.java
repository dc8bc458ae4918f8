/**
 * The line laboratory below its window: what goes over a port, kept for a look ({@code LineTap}),
 * written to a file ({@code Capture}), played again as a kit that is not there ({@code Replays}),
 * and judged in words ({@code LineDiagnosis}). Start reading at {@code LineTap}. Apart from {@code
 * telephony.serial}, which opens ports and knows nothing of what they are for.
 */
@NullMarked
package app.ringbook.telephony.capture;

import org.jspecify.annotations.NullMarked;
