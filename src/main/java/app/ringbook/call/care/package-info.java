/**
 * What a recording is owed by law and by promise: consent, keeping and letting go, erasing for
 * good, lock and key. Start at {@link app.ringbook.call.care.RecordingCares} for what is known of
 * one call and at {@link app.ringbook.call.care.RecordingErasing} for the end of a recording.
 * Stands apart from the calls because a call lives on when its sound is gone.
 */
@NullMarked
package app.ringbook.call.care;

import org.jspecify.annotations.NullMarked;
