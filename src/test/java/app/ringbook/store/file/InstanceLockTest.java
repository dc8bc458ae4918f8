package app.ringbook.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
  @TempDir Path root;

  @Test
  void secondStartHandsItsWordsOver() {
    List<List<String>> heard = new CopyOnWriteArrayList<>();
    try (ExecutorService worker = Executors.newSingleThreadExecutor();
        InstanceLock first = InstanceLock.take(root, List.of()).orElseThrow()) {
      worker.execute(() -> first.serve(heard::add));
      assertThat(InstanceLock.take(root, List.of("call", "+49 30 明"))).isEmpty();
      assertThat(InstanceLock.take(root, List.of())).isEmpty();
    }
    assertThat(heard).containsExactly(List.of("call", "+49 30 明"), List.of());
  }

  @Test
  void frozenFirstProgramIsNamed() {
    try (InstanceLock first = InstanceLock.take(root, List.of()).orElseThrow()) {
      assertThatThrownBy(() -> InstanceLock.take(root, List.of()))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.arguments())
                      .containsExactly(String.valueOf(ProcessHandle.current().pid())));
      assertThat(first).isNotNull();
    }
  }

  @Test
  void folderIsFreeAgainAfterClosingAndAfterAKill() throws Exception {
    InstanceLock.take(root, List.of()).orElseThrow().close();
    Files.writeString(root.resolve("ringbook.lock"), "");
    Files.writeString(root.resolve("ringbook.socket"), "left by a kill");
    Files.writeString(root.resolve("ringbook.pid"), "1");
    InstanceLock.take(root, List.of()).orElseThrow().close();
  }

  @Test
  void longPathsWorkToo() {
    Path deep = root.resolve("x".repeat(120)).resolve("客户资料");
    try (ExecutorService worker = Executors.newSingleThreadExecutor();
        InstanceLock first = InstanceLock.take(deep, List.of()).orElseThrow()) {
      worker.execute(() -> first.serve(words -> {}));
      assertThat(InstanceLock.take(deep, List.of())).isEmpty();
    }
  }

  @Test
  void syncedAndNetworkFoldersAreRefused() {
    assertThatThrownBy(() -> DataFolder.check(Path.of("/home/a/Dropbox/crm"), Map.of()))
        .hasMessageContaining("store.problem.synced");
    assertThatThrownBy(() -> DataFolder.check(Path.of("/home/a/OneDrive - Firm/crm"), Map.of()))
        .hasMessageContaining("store.problem.synced");
    assertThatThrownBy(
            () -> DataFolder.check(Path.of("/home/a/one/crm"), Map.of("OneDrive", "/home/a/one")))
        .hasMessageContaining("store.problem.synced");
    DataFolder.check(Path.of("/home/a/.local/share/ringbook"), Map.of());
  }
}
