package app.ringbook.telephony.recorder.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  @TempDir private Path folder;

  private Vault vault(String secrets) {
    return new Vault(
        () -> folder.resolve("recordings"),
        () -> new SystemKeys.UserFile(folder.resolve(secrets)),
        () -> true);
  }

  private Path recording() {
    return folder.resolve("recordings/2026-11/a.wav");
  }

  @Test
  void theSystemKeepsTheKeyForTheNextRun() throws Exception {
    assertThat(vault("secrets").state()).isEqualTo(Vault.State.NONE);
    Vault first = vault("secrets");
    first.create();
    byte[] sealed = first.make(recording()).seal(new byte[] {1, 2}, "part 0");

    Vault second = vault("secrets");
    assertThat(second.state()).isEqualTo(Vault.State.OPEN);
    assertThat(second.of(recording()).open(sealed, "part 0")).containsExactly(1, 2);
  }

  @Test
  void elsewhereOnlyTheCodeOpensAndIsThenRemembered() throws Exception {
    Vault first = vault("secrets");
    RecoveryCode code = first.create();
    first.make(recording());

    Vault moved = vault("other");
    assertThat(moved.state()).isEqualTo(Vault.State.LOCKED);
    assertThatThrownBy(() -> moved.of(recording()))
        .isInstanceOfSatisfying(
            KeyException.class, e -> assertThat(e.why()).isEqualTo(KeyException.Why.LOCKED));
    assertThat(moved.open(RecoveryCode.random())).isFalse();
    String typed = code.groups().toLowerCase(Locale.ROOT).replace('0', 'o').replace(' ', '-');
    assertThat(moved.open(RecoveryCode.typed(typed).orElseThrow())).isTrue();
    assertThat(moved.of(recording())).isNotNull();
    assertThat(vault("other").state()).isEqualTo(Vault.State.OPEN);
  }

  @Test
  void aNewCodeMakesTheOldOneWorthless() {
    Vault first = vault("secrets");
    RecoveryCode old = first.create();
    RecoveryCode fresh = first.create();
    assertThat(vault("other").open(old)).isFalse();
    assertThat(vault("other").open(fresh)).isTrue();
  }

  @Test
  void withAPassphraseTheSystemKeepsNothing() {
    Vault first = vault("secrets");
    RecoveryCode code = first.create();
    first.passphrase("tiefer Schnee");
    assertThat(first.state()).isEqualTo(Vault.State.OPEN);

    Vault second = vault("secrets");
    assertThat(second.state()).isEqualTo(Vault.State.LOCKED);
    assertThat(second.open("hoher Schnee")).isFalse();
    assertThat(second.open("tiefer Schnee")).isTrue();
    assertThat(vault("secrets").state()).isEqualTo(Vault.State.LOCKED);
    assertThat(vault("secrets").open(code)).isTrue();

    second.noPassphrase();
    assertThat(vault("secrets").state()).isEqualTo(Vault.State.OPEN);
  }

  @Test
  void aKeyStoreThatRefusesLeavesTheCodeAndThePassphrase() throws Exception {
    Vault first = refused();
    RecoveryCode code = first.create();
    assertThat(first.state()).isEqualTo(Vault.State.OPEN);
    assertThat(first.systemRefuses()).isTrue();
    byte[] sealed = first.make(recording()).seal(new byte[] {1, 2}, "part 0");

    Vault second = refused();
    assertThat(second.state()).isEqualTo(Vault.State.LOCKED);
    assertThat(second.open(code)).isTrue();
    assertThat(second.of(recording()).open(sealed, "part 0")).containsExactly(1, 2);
    second.passphrase("tiefer Schnee");
    assertThat(second.systemRefuses()).isFalse();
    assertThatThrownBy(second::noPassphrase)
        .isInstanceOf(app.ringbook.platform.ProblemException.class);
    assertThat(refused().open("tiefer Schnee")).isTrue();
  }

  /** As a locked key chain: it neither gives nor takes. */
  private Vault refused() {
    SystemKeys locked =
        new SystemKeys() {
          @Override
          public Optional<byte[]> read(String name) {
            return Optional.empty();
          }

          @Override
          public void keep(String name, byte[] secret) throws IOException {
            throw new IOException("locked");
          }

          @Override
          public void forget(String name) {}

          @Override
          public boolean strong() {
            return true;
          }
        };
    return new Vault(() -> folder.resolve("recordings"), () -> locked, () -> true);
  }

  @Test
  void theCodeHasEightGroupsAndATypoIsNoCode() {
    RecoveryCode code = RecoveryCode.random();
    assertThat(code.groups()).matches("([0-9A-Z]{4} ){7}[0-9A-Z]{4}");
    assertThat(RecoveryCode.typed(code.groups())).contains(code);
    assertThat(RecoveryCode.typed(code.groups() + "A")).isEmpty();
    assertThat(RecoveryCode.typed("U" + code.text().substring(1))).isEmpty();
    assertThat(code.toString()).doesNotContain(code.text());
  }

  @Test
  void theKeyFileIsForTheUserAlone() throws Exception {
    vault("secrets").create();
    try (var files = Files.list(folder.resolve("secrets"))) {
      Path file = files.findFirst().orElseThrow();
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }
}
