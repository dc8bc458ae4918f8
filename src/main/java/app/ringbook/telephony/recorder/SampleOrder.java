package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts pieces of sound in the order of their sample indexes (rule 6 of the kit's profile): what is
 * missing becomes silence, what comes twice is dropped. If more than ten seconds are missing, or
 * the index jumps back by more than one second, the count is not to be trusted: the piece is then
 * taken as the start of a new segment, which follows in the same file without silence, and the
 * place is noted. One call so stays one file, and a wrong index cannot fill the disk.
 *
 * <p>Pure; for one thread at a time.
 */
final class SampleOrder {
  private static final long MOST_SILENCE = 10L * Codec.SAMPLE_RATE;
  private static final long MOST_OVERLAP = Codec.SAMPLE_RATE;

  /** More gaps than this are only summed up: a line that bad needs no list. */
  private static final int MOST_GAPS = 2000;

  private final List<Gap> gaps = new ArrayList<>();
  private long expected;
  private long frames;
  private long lostFrames;
  private boolean begun;

  /**
   * What to write for a piece.
   *
   * @param silence samples of silence before it
   * @param skip samples at its start that the file has already
   */
  record Step(long silence, int skip) {}

  /** The file begins with an earlier take of the same call; what comes follows behind a seam. */
  void follows(List<Gap> noted, long written, long lost) {
    gaps.addAll(noted);
    frames = written;
    lostFrames = lost;
    note(0, Gap.Kind.CUT);
  }

  /** Sound came from this index on that could not be kept: it is missing before what comes next. */
  void unkept(long first) {
    begun = true;
    expected = first;
  }

  /** The next piece of sound, of {@code count} samples from index {@code first} on. */
  Step sound(long first, int count) {
    Step step = reach(first, count);
    int written = count - step.skip;
    frames += written;
    expected += written;
    return step;
  }

  /** Samples that will never come; the silence to write for them. None at all mark a seam. */
  long missing(long first, long count) {
    if (count == 0 && first == expected) {
      note(0, Gap.Kind.CUT);
    }
    return first + count <= expected ? 0 : reach(first + count, 0).silence;
  }

  /** Samples left out because the user paused; the silence to write for what is missing before. */
  long paused(long first, long count) {
    Step step = reach(first, (int) count);
    long left = count - step.skip;
    expected += left;
    note(left, Gap.Kind.PAUSED);
    return step.silence;
  }

  /** Where sound is missing, in the order of the file. */
  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** Samples lost, with those of gaps no longer listed. */
  long lostFrames() {
    return lostFrames;
  }

  private Step reach(long first, int count) {
    if (!begun && frames > 0) {
      begun = true;
      expected = first;
    }
    long ahead = first - expected;
    if (!begun && ahead > MOST_SILENCE) {
      // The kit counts from somewhere else: nothing is known to be lost.
      expected = first;
      ahead = 0;
    }
    begun = true;
    if (ahead > MOST_SILENCE || ahead < -MOST_OVERLAP) {
      note(Math.max(0, ahead), Gap.Kind.CUT);
      expected = first;
      return new Step(0, 0);
    }
    if (ahead > 0) {
      note(ahead, Gap.Kind.SILENCE);
      frames += ahead;
      expected = first;
      return new Step(ahead, 0);
    }
    return new Step(0, (int) Math.min(count, -ahead));
  }

  private void note(long missing, Gap.Kind kind) {
    if (kind != Gap.Kind.PAUSED) {
      lostFrames += missing;
    }
    if (!gaps.isEmpty()) {
      Gap last = gaps.getLast();
      long end = last.frame() + (last.kind() == Gap.Kind.SILENCE ? last.frames() : 0);
      if (last.kind() == kind && end == frames) {
        gaps.set(gaps.size() - 1, new Gap(last.frame(), last.frames() + missing, kind));
        return;
      }
    }
    if (gaps.size() < MOST_GAPS) {
      gaps.add(new Gap(frames, missing, kind));
    }
  }
}
