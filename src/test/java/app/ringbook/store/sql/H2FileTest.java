package app.ringbook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;

class H2FileTest {
  private final H2File file = new H2File(Path.of("data", "ringbook").toAbsolutePath());

  private static SQLException met(int code) {
    return DbException.toSQLException(
        DbException.convert(
            DataUtils.newMVStoreException(
                code, "Writing failed", new IOException("No space left on device"))));
  }

  @Test
  void anyStatementThatMeetsAFullDiskSaysSoInWords() {
    for (int code : new int[] {DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED}) {
      SQLException failure = met(code);
      RuntimeException named = file.named(failure);
      assertThat(named)
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.broken"));
    }
  }

  @Test
  void aMistakeOfOursIsNoFaultOfTheDisk() {
    RuntimeException refused =
        file.named(new SQLException("Column not found", "42S22", ErrorCode.COLUMN_NOT_FOUND_1));
    assertThat(refused).isInstanceOf(StoreFailure.class);
    RuntimeException ours = file.named(met(DataUtils.ERROR_INTERNAL));
    assertThat(ours).isInstanceOf(StoreFailure.class);
  }
}
