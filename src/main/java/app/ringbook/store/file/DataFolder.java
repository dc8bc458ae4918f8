package app.ringbook.store.file;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says no to folders that lose data: those of sync services, which copy a database while it is
 * being written, and those on network drives, whose locks and flushes mean nothing.
 */
public final class DataFolder {
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smbfs",
          "smb3",
          "afpfs",
          "webdav",
          "davfs",
          "fuse.sshfs",
          "fuse.rclone",
          "9p",
          "ncpfs",
          "afs",
          "fuse.davfs2");
  private static final List<String> SYNCED =
      List.of(
          "onedrive",
          "dropbox",
          "google drive",
          "googledrive",
          "my drive",
          "icloud drive",
          "iclouddrive",
          "com~apple~clouddocs",
          "nextcloud",
          "owncloud",
          "box sync",
          "nutstore",
          "坚果云",
          "baidusyncdisk",
          "百度云同步盘",
          "mobile documents");
  private static final List<String> VARIABLES =
      List.of("OneDrive", "OneDriveConsumer", "OneDriveCommercial");

  private DataFolder() {}

  /**
   * Makes the folder if it is absent and looks where it lies.
   *
   * @throws ProblemException if it is in a synced folder, on a network drive, full or cannot be
   *     written
   */
  public static void prepare(Path root) {
    check(root, System.getenv());
    try {
      Files.createDirectories(root);
      mustHaveRoom(root, 0);
      Path probe = Files.createTempFile(root, ".write", ".probe");
      Files.delete(probe);
      String type = Files.getFileStore(root).type().toLowerCase(Locale.ROOT);
      if (NETWORK.contains(type)) {
        throw new ProblemException("store.problem.network", root.toString());
      }
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.folder", root.toString());
    }
  }

  /** The part of the check that looks at names only. */
  static void check(Path root, Map<String, String> environment) {
    String text = root.toString();
    if (text.startsWith("\\\\") || text.startsWith("//")) {
      throw new ProblemException("store.problem.network", text);
    }
    Function<String, @Nullable String> variable = environment::get;
    for (String name : VARIABLES) {
      String folder = variable.apply(name);
      if (folder != null && !folder.isBlank() && root.startsWith(Path.of(folder))) {
        throw new ProblemException("store.problem.synced", text);
      }
    }
    for (Path part : root) {
      String name = part.toString().toLowerCase(Locale.ROOT);
      for (String service : SYNCED) {
        if (name.equals(service) || name.startsWith(service + " - ")) {
          throw new ProblemException("store.problem.synced", text);
        }
      }
    }
  }

  /**
   * Says no while there is room to say it: a database that meets a full disk in the middle of a
   * commit has to be closed.
   *
   * @param bytes what is about to be written, at most
   */
  public static void mustHaveRoom(Path folder, long bytes) throws IOException {
    long margin = 8L << 20;
    if (Files.getFileStore(folder).getUsableSpace() < bytes + margin) {
      throw new ProblemException("store.problem.full", folder.toString());
    }
  }
}
