package app.ringbook.customer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("S0-08")
class KeptFilesStoreTest {

  @OnBothDatabases
  void aFileIsKeptOpenedRemovedAndBroughtBack(TestDatabase test) throws IOException {
    Path root = test.folders().root();
    KeptFiles files =
        new KeptFiles(
            test.database(),
            new FileFolder(test.folders().files(), root.resolve("opened")),
            test.clock());
    long id =
        new Customers(
                test.database(),
                new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "010", "")),
                test.clock())
            .create(NewCustomer.of("Acme", List.of()))
            .value();
    Path source = Files.writeString(root.resolve("合同 v2.txt"), "paid in 30 days");
    files.add(id, source);
    Files.delete(source);
    KeptFile kept = files.of(id).getFirst();
    assertThat(kept.name()).isEqualTo("合同 v2.txt");
    assertThat(kept.bytes()).isEqualTo(15);
    assertThat(Files.readString(files.toOpen(kept))).isEqualTo("paid in 30 days");
    long removed = files.remove(kept).sequence();
    assertThat(files.of(id)).isEmpty();
    test.database().undo(removed);
    assertThat(files.toOpen(files.of(id).getFirst())).hasFileName("合同 v2.txt");
    Files.writeString(test.folders().files().resolve(kept.storedName()), "paid in 90 days");
    assertThatThrownBy(() -> files.toOpen(kept)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> files.add(id, root)).isInstanceOf(ProblemException.class);
    assertThat(FileFolder.harmless("..\\a/b:c")).isEqualTo(".._a_b_c");
  }
}
