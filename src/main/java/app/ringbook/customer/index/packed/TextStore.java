package app.ringbook.customer.index.packed;

import java.util.Arrays;

/**
 * Gathers texts and writes them small: numbers half by half, others by {@link Symbols} chosen by a
 * sample of all of them. For one thread.
 */
public final class TextStore {
  private static final int SAMPLE = 1 << 19;
  private final boolean numbers;
  private final int worth;
  private final Bytes gathered = new Bytes();
  private final DigitCodec digits;
  private long[] starts = new long[1 << 10];
  private int count;

  /**
   * @param numbers true for lines of digits
   */
  public TextStore(boolean numbers) {
    this(numbers, SymbolChoice.WORTH);
  }

  /**
   * @param worth bytes of texts from which on symbols are chosen
   */
  TextStore(boolean numbers, int worth) {
    this.numbers = numbers;
    this.worth = worth;
    this.digits = new DigitCodec(gathered);
  }

  /** Adds a text in UTF-8. */
  public void add(byte[] text) {
    start();
    count++;
    if (numbers) {
      digits.write(text);
    } else {
      gathered.put(text);
    }
  }

  private void start() {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count] = gathered.size();
  }

  /** Sections: where the texts begin, the texts, the symbols. Everything is used up. */
  public Bytes[] written() {
    start();
    if (numbers || gathered.size() < worth) {
      return new Bytes[] {PackedLongs.pack(starts, count + 1), gathered, new Bytes()};
    }
    Symbols symbols = symbols();
    Bytes texts = new Bytes();
    byte[] room = new byte[0];
    for (int i = 0; i < count; i++) {
      int length = length(i);
      room = room.length < length ? new byte[length * 2] : room;
      gathered.copy(starts[i], room, length);
      starts[i] = texts.size();
      symbols.write(room, 0, length, texts);
    }
    starts[count] = texts.size();
    return new Bytes[] {PackedLongs.pack(starts, count + 1), texts, symbols.write()};
  }

  private int length(int place) {
    return (int) (starts[place + 1] - starts[place]);
  }

  /** Every so many texts one, from all over. */
  private Symbols symbols() {
    int step = (int) (gathered.size() / SAMPLE) + 1;
    byte[] sample = new byte[SAMPLE * 2];
    int[] ends = new int[count / step + 1];
    int used = 0;
    int taken = 0;
    for (int i = 0; i < count && used < sample.length; i += step) {
      int length = Math.min(length(i), sample.length - used);
      byte[] text = new byte[length];
      gathered.copy(starts[i], text, length);
      System.arraycopy(text, 0, sample, used, length);
      used += length;
      ends[taken++] = used;
    }
    return new SymbolChoice(sample, ends, taken).choose();
  }
}
