/**
 * Looks at the loudness of a call while it is recorded. Start at {@link
 * app.ringbook.telephony.recorder.level.SilenceAlarm}. Stands apart from the recorder because it
 * knows samples only: no file, no clock.
 */
@NullMarked
package app.ringbook.telephony.recorder.level;

import org.jspecify.annotations.NullMarked;
