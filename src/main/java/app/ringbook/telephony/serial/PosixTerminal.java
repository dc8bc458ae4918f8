package app.ringbook.telephony.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * The few functions of the C library that make a pseudo-terminal, on Linux and macOS. Numbers that
 * differ between the two are named here.
 */
final class PosixTerminal {
  static final short POLLIN = 1;
  static final short POLLOUT = 4;
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = MAC ? 0x20000 : 0x100;
  private static final int O_NONBLOCK = MAC ? 0x4 : 0x800;
  private static final int F_SETFL = 4;
  private static final int TCSANOW = 0;
  private static final long TERMIOS_ROOM = 256;

  private final Linker linker = Linker.nativeLinker();
  private final MethodHandle open =
      handle("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle grant = handle("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle unlock = handle("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle name = handle("ptsname", FunctionDescriptor.of(ADDRESS, JAVA_INT));
  private final MethodHandle openPath =
      handle(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private final MethodHandle control =
      handle(
          "fcntl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private final MethodHandle getAttributes =
      handle("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private final MethodHandle setAttributes =
      handle("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private final MethodHandle makeRaw = handle("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
  private final MethodHandle poll =
      handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private final MethodHandle read =
      handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private final MethodHandle write =
      handle("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private final MethodHandle close = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  /** True on systems that have pseudo-terminals. */
  static boolean supported() {
    return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
  }

  /** Opens the master of a new pair, ready for use. */
  int openMaster() throws IOException {
    int master = number(open, O_RDWR | O_NOCTTY);
    check(master, "posix_openpt");
    check(number(grant, master), "grantpt");
    check(number(unlock, master), "unlockpt");
    check(number(control, master, F_SETFL, O_NONBLOCK), "fcntl");
    return master;
  }

  /** Path of the other side. */
  String slavePath(int master) throws IOException {
    MemorySegment text = (MemorySegment) call(name, master);
    if (text.equals(MemorySegment.NULL)) {
      throw new IOException("ptsname failed");
    }
    return text.reinterpret(1024).getString(0);
  }

  /** Opens the other side and makes it raw. */
  int openSlave(String path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int slave = number(openPath, arena.allocateFrom(path), O_RDWR | O_NOCTTY);
      check(slave, "open");
      MemorySegment attributes = arena.allocate(TERMIOS_ROOM, 8);
      check(number(getAttributes, slave, attributes), "tcgetattr");
      call(makeRaw, attributes);
      check(number(setAttributes, slave, TCSANOW, attributes), "tcsetattr");
      return slave;
    }
  }

  /** Waits until the file is ready; 0 if the time passed, else the events seen. */
  int await(int file, short events, int millis) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment watched = arena.allocate(8, 4);
      watched.set(JAVA_INT, 0, file);
      watched.set(ValueLayout.JAVA_SHORT, 4, events);
      int ready = number(poll, watched, 1L, millis);
      return ready <= 0 ? 0 : watched.get(ValueLayout.JAVA_SHORT, 6);
    }
  }

  /** Bytes read, or -1. */
  int read(int file, byte[] buffer) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(buffer.length);
      int count = (int) (long) (Long) call(read, file, room, (long) buffer.length);
      if (count > 0) {
        MemorySegment.copy(room, ValueLayout.JAVA_BYTE, 0, buffer, 0, count);
      }
      return count;
    }
  }

  /** Bytes written, or -1. */
  int write(int file, byte[] bytes, int from) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int length = bytes.length - from;
      MemorySegment room = arena.allocate(Math.max(1, length));
      MemorySegment.copy(bytes, from, room, ValueLayout.JAVA_BYTE, 0, length);
      return (int) (long) (Long) call(write, file, room, (long) length);
    }
  }

  void close(int file) throws IOException {
    number(close, file);
  }

  private MethodHandle handle(String function, FunctionDescriptor shape, Linker.Option... options) {
    MemorySegment address = linker.defaultLookup().find(function).orElseThrow();
    return linker.downcallHandle(address, shape, options);
  }

  private static int number(MethodHandle function, Object... arguments) throws IOException {
    return (Integer) call(function, arguments);
  }

  private static Object call(MethodHandle function, Object... arguments) throws IOException {
    try {
      Object result = function.invokeWithArguments(arguments);
      return result == null ? 0 : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  private static void check(int result, String function) throws IOException {
    if (result < 0) {
      throw new IOException(function + " failed");
    }
  }
}
