package app.ringbook.call.view;

/**
 * A part of a call that is not in its recording.
 *
 * @param from where it begins, 0 to 1 of the whole
 * @param to where it ends; the same as {@code from} where the recording goes straight on
 * @param paused true if a person paused the recording, false if sound was lost
 * @param millis how much is missing
 */
public record SoundGap(double from, double to, boolean paused, long millis) {}
