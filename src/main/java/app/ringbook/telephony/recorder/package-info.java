/**
 * A call's sound as a file: written so that a crash or a full disk costs at most the last second,
 * repaired at start, played back. Start at {@link app.ringbook.telephony.recorder.CallRecorder} for
 * writing and {@link app.ringbook.telephony.recorder.Playback} for hearing. Stands apart from the
 * line: it gets pieces of sound and knows no port and no call.
 */
@NullMarked
package app.ringbook.telephony.recorder;

import org.jspecify.annotations.NullMarked;
