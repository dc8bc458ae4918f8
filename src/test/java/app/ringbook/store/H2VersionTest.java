package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.store.file.BackupZip;
import java.nio.file.Path;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;

class H2VersionTest {
  @Test
  void databaseIsTheVersionThatStoodTheKills() throws Exception {
    assertThat(Constants.VERSION).isEqualTo("2.5.252");
    Path jar = Path.of(Constants.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(BackupZip.sha256(jar))
        .isEqualTo("90b11dc413da82070ef15fc943282c1408e6ffd34fa68998335fea8603b5ff20");
  }
}
