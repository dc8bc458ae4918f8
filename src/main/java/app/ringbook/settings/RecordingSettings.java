package app.ringbook.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How recordings are treated. Which calls are recorded at all, and where to, is part of {@link
 * PhoneSettings}.
 *
 * @param neverNumbers numbers whose calls are never recorded, as they were typed
 * @param notice what the other end is told
 * @param script words shown in the pop-up to be read out; empty for the built-in sentence
 * @param beep true if the kit is to beep while it records, where it can
 * @param keepMonths recordings go after so many months; 0 keeps them for ever
 * @param encrypt true if recordings are sealed
 * @param leastFreeBytes recording stops when less is free
 */
public record RecordingSettings(
    List<String> neverNumbers,
    Notice notice,
    String script,
    boolean beep,
    int keepMonths,
    boolean encrypt,
    long leastFreeBytes) {

  /** What the other end is told of the recording. */
  public enum Notice {
    /** Nothing. */
    OFF,
    /** The pop-up shows words to be read out, and asks for the answer. */
    SHOWN
  }

  /** The months that can be chosen; 0 is for ever. */
  public static final List<Integer> MONTHS = List.of(0, 3, 6, 12, 24, 36);

  /** The least free space that can be chosen, in bytes. */
  public static final List<Long> LEAST_FREE =
      List.of(50_000_000L, 200_000_000L, 500_000_000L, 1_000_000_000L, 5_000_000_000L);

  /** What a new installation starts with. */
  public static final RecordingSettings DEFAULT =
      new RecordingSettings(List.of(), Notice.OFF, "", false, 0, false, 50_000_000L);

  /** Puts right what a hand-edited file may lack. */
  public RecordingSettings(
      @Nullable List<String> neverNumbers,
      @Nullable Notice notice,
      @Nullable String script,
      boolean beep,
      int keepMonths,
      boolean encrypt,
      long leastFreeBytes) {
    this.neverNumbers = neverNumbers == null ? List.of() : List.copyOf(neverNumbers);
    this.notice = notice == null ? Notice.OFF : notice;
    this.script = script == null ? "" : script;
    this.beep = beep;
    this.keepMonths = Math.max(0, keepMonths);
    this.encrypt = encrypt;
    this.leastFreeBytes = Math.max(10L << 20, leastFreeBytes);
  }

  /** The same with other numbers. */
  public RecordingSettings withNever(List<String> numbers) {
    return new RecordingSettings(
        numbers, notice, script, beep, keepMonths, encrypt, leastFreeBytes);
  }

  /** The same with another notice. */
  public RecordingSettings withNotice(Notice other, String words) {
    return new RecordingSettings(
        neverNumbers, other, words, beep, keepMonths, encrypt, leastFreeBytes);
  }

  /** The same with or without a beep. */
  public RecordingSettings withBeep(boolean wanted) {
    return new RecordingSettings(
        neverNumbers, notice, script, wanted, keepMonths, encrypt, leastFreeBytes);
  }

  /** The same, keeping recordings so long. */
  public RecordingSettings withKeepMonths(int months) {
    return new RecordingSettings(
        neverNumbers, notice, script, beep, months, encrypt, leastFreeBytes);
  }

  /** The same, sealing or not. */
  public RecordingSettings withEncrypt(boolean wanted) {
    return new RecordingSettings(
        neverNumbers, notice, script, beep, keepMonths, wanted, leastFreeBytes);
  }

  /** The same, stopping when less is free. */
  public RecordingSettings withLeastFree(long bytes) {
    return new RecordingSettings(neverNumbers, notice, script, beep, keepMonths, encrypt, bytes);
  }
}
