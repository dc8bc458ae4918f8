package app.ringbook.telephony.serial;

import java.io.IOException;

/**
 * A serial port that exists only in the kernel: this is the kit's end of it, and {@link #path} is
 * the port that a program opens as if it were real. Linux and macOS. Closing it unplugs the kit.
 *
 * <p>One handle on the program's side is kept open meanwhile, so that the kit's end survives the
 * program opening and closing the port.
 */
public final class PseudoTerminal implements SerialLine {
  /** A program that reads nothing for so many tenths of a second loses what is written to it. */
  private static final int PATIENCE = 50;

  private final PosixTerminal system;
  private final int master;
  private final int slave;
  private final String path;
  private final Object lock = new Object();
  private int users;
  private boolean closed;

  /**
   * Makes one.
   *
   * @throws IOException if the system has none (Windows) or none is left
   */
  public PseudoTerminal() throws IOException {
    if (!supported()) {
      throw new IOException("This system has no pseudo-terminals");
    }
    system = new PosixTerminal();
    master = system.openMaster();
    path = system.slavePath(master);
    slave = system.openSlave(path);
  }

  /** True on systems that have pseudo-terminals. */
  public static boolean supported() {
    return PosixTerminal.supported();
  }

  /** The port to open, for example {@code /dev/pts/4}. */
  public String path() {
    return path;
  }

  @Override
  public int read(byte[] buffer) {
    return read(buffer, READ_MILLIS);
  }

  @Override
  public int read(byte[] buffer, int millis) {
    if (!enter()) {
      return -1;
    }
    try {
      int ready = system.await(master, PosixTerminal.POLLIN, millis);
      if (ready == 0) {
        return ended() ? -1 : 0;
      }
      int count = (ready & PosixTerminal.POLLIN) == 0 ? -1 : system.read(master, buffer);
      return count <= 0 ? -1 : count;
    } catch (IOException e) {
      return -1;
    } finally {
      leave();
    }
  }

  @Override
  public boolean write(byte[] bytes) {
    if (!enter()) {
      return false;
    }
    try {
      int from = 0;
      int patience = PATIENCE;
      while (from < bytes.length) {
        if (ended() || patience-- == 0) {
          return false;
        }
        if ((system.await(master, PosixTerminal.POLLOUT, 100) & PosixTerminal.POLLOUT) != 0) {
          from += Math.max(0, system.write(master, bytes, from));
          patience = PATIENCE;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      leave();
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      if (users == 0) {
        closeHandles();
      }
    }
  }

  private boolean ended() {
    synchronized (lock) {
      return closed;
    }
  }

  private boolean enter() {
    synchronized (lock) {
      if (closed) {
        return false;
      }
      users++;
      return true;
    }
  }

  /** The last one out of a closed line closes its handles: a number in use is never given away. */
  private void leave() {
    synchronized (lock) {
      users--;
      if (closed && users == 0) {
        closeHandles();
      }
    }
  }

  private void closeHandles() {
    try {
      system.close(slave);
      system.close(master);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
