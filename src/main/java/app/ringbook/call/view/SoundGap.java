package app.ringbook.call.view;

/**
 * A part of a recording in which sound is missing.
 *
 * @param from its start, 0 to 1 of the whole
 * @param to its end, 0 to 1 of the whole
 */
public record SoundGap(double from, double to) {}
