/**
 * Recordings that leave the house: plain WAV files anybody can play, each with an entry in the
 * journal of who took which recording when. Start at {@link
 * app.ringbook.call.share.RecordingCopies}. Apart from {@code call} because it reads sound, and
 * {@code call} only knows where it lies.
 */
@NullMarked
package app.ringbook.call.share;

import org.jspecify.annotations.NullMarked;
