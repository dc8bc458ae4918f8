package app.ringbook.settings;

/**
 * The rules of the public pool.
 *
 * @param quietDays days without contact after which a customer falls to the pool; 0 for never
 * @param warnDays days before that in which its owner is warned; at least one
 * @param most customers one person may have and still claim another; 0 for any number
 * @param waitDays days before a person may claim again what it gave up or lost; 0 for none
 */
public record PoolSettings(int quietDays, int warnDays, int most, int waitDays) {
  /** What a new installation starts with: nothing falls by itself. */
  public static final PoolSettings DEFAULT = new PoolSettings(0, 3, 0, 7);

  /** True if a pool is in use: customers fall to it, or a person may have so many only. */
  public boolean inUse() {
    return quietDays > 0 || most > 0;
  }

  /** Puts right what a hand-edited file may say. */
  public PoolSettings {
    quietDays = Math.max(0, quietDays);
    warnDays = Math.max(1, warnDays);
    most = Math.max(0, most);
    waitDays = Math.max(0, waitDays);
  }
}
