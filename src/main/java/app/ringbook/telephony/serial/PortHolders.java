package app.ringbook.telephony.serial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/**
 * Who has a port open. Read from {@code /proc} on Linux, where it may be read: processes of other
 * users keep it to themselves. Elsewhere nothing is known.
 */
final class PortHolders {
  private static final Path PROC = Path.of("/proc");

  private PortHolders() {}

  /** Name of another program that has the port open. */
  static Optional<String> holder(String port) {
    if (!port.startsWith("/") || !Files.isDirectory(PROC)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      Path device = Path.of(port).toRealPath();
      for (Path process : processes) {
        if (!isThisProgram(process) && holds(process, device)) {
          return Optional.of(nameOf(process));
        }
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The group whose members may use the port, or a guess. */
  static String groupOf(Path port) {
    try {
      return Files.readAttributes(port, PosixFileAttributes.class).group().getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "dialout";
    }
  }

  private static boolean isThisProgram(Path process) {
    return process.endsWith(Long.toString(ProcessHandle.current().pid()));
  }

  private static boolean holds(Path process, Path device) {
    try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path handle : handles) {
        if (device.equals(target(handle))) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
    return false;
  }

  private static Path target(Path handle) {
    try {
      return Files.readSymbolicLink(handle);
    } catch (IOException e) {
      return handle;
    }
  }

  private static String nameOf(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return process.getFileName().toString();
    }
  }
}
