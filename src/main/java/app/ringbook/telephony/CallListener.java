package app.ringbook.telephony;

/**
 * Hears of calls. All methods are called on a call thread, one at a time, in the order in which
 * things happened; two kits share a listener without overlapping calls. Whatever a method throws is
 * logged and the line goes on.
 */
public interface CallListener {

  /** The kit came, went or could not be opened. */
  default void linkChanged(LinkStatus status) {}

  /** A call began: it rings here, or the handset was lifted to dial. Told once a call. */
  default void ringing(Call call) {}

  /** More is known: the number or name arrived or changed, digits were dialled, it rang again. */
  default void identified(Call call) {}

  /** The handset is up and people talk. Told once a call. */
  default void answered(Call call) {}

  /** The next piece of sound of a call that is recorded. */
  default void audio(Call call, AudioBlock block) {}

  /**
   * Samples that will never come: to be written as silence. A count of 0 marks a seam: sound goes
   * on at {@code firstSample}, but how much is missing before it is not known.
   */
  default void audioGap(Call call, long firstSample, long count) {}

  /** The call is over. Told once a call, also for a call that was only heard of at its end. */
  default void ended(Call call) {}

  /**
   * A call that was already told as ended turned out otherwise: it was taken for missed because the
   * ringing stopped, or for lost with its kit, and the kit now reports how it really ended. Same
   * key: the record is to be put right, not doubled.
   */
  default void corrected(Call call) {}

  /**
   * A call from the kit's memory. The kit keeps it until {@code confirm} runs: run it only after
   * the call is safely saved. The same call may be told again after a crash.
   */
  default void stored(StoredCall call, Runnable confirm) {}
}
