package app.ringbook.telephony.serial;

/**
 * An open port: bytes in, bytes out. One thread reads, one other may write, any thread may ask for
 * the end by {@link #close}.
 */
public interface SerialLine extends AutoCloseable {

  /** How long {@link #read} waits for the first byte, at most. */
  int READ_MILLIS = 200;

  /**
   * Waits up to {@link #READ_MILLIS} for bytes.
   *
   * @return number of bytes read, 0 if none came, -1 if the line is lost or closed (for ever)
   */
  int read(byte[] buffer);

  /** As {@link #read(byte[])}, waiting less where the line can. */
  default int read(byte[] buffer, int millis) {
    return read(buffer);
  }

  /**
   * Writes all bytes. May wait for ever if the other end does not read: call it on a thread of its
   * own and close the line if it does not return.
   *
   * @return true if the line took them all
   */
  boolean write(byte[] bytes);

  /** Sets another speed, where the line has one; to be called by the thread that reads. */
  default void speed(int baud) {}

  /** Text key of the sentence for a line that is lost; its argument is the port. */
  default String goneKey() {
    return "telephony.port.gone";
  }

  /** Asks the line to end: a waiting {@link #read} returns -1. May be called twice. */
  @Override
  void close();
}
