package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

class ColumnValuesStoreTest {
  @TempDir private Path folder;

  @OnBothDatabases
  @Tag("S3-09")
  void valuesThatNobodyKnowsAreAskedForWithTheirCountsAndTheOthersAreNot(TestDatabase store)
      throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      SheetRows rows =
          bench.csv(
              """
              公司,等级,负责人,来源,城市
              甲,A+,Nora,展会,上海
              乙,重点,N. Ellis,展会,北京
              丙,重点,NORA,,北京
              丁,c级, N. Ellis ,网络,北京
              戊,暂无,,网络,北京
              """);
      assertThat(questions(bench, rows)).containsExactly("tier [重点 2, 暂无 1] false");
      bench.commit(bench.csv("公司,负责人,来源\n老客户,Nora,展会\n"), ImportOptions.DEFAULT);
      assertThat(questions(bench, rows))
          .containsExactly(
              "tier [重点 2, 暂无 1] false", "owner [N. Ellis 2] true", "source [网络 2] true");
    }
  }

  private static List<String> questions(ImportBench bench, SheetRows rows) {
    return bench
        .imports
        .values()
        .questions(rows, bench.match(rows), bench.imports.kinds().all().getFirst(), Progress.NONE)
        .stream()
        .map(
            q ->
                q.field().key()
                    + " "
                    + q.unknown().stream().map(u -> u.text() + " " + u.cells()).toList()
                    + " "
                    + q.open())
        .toList();
  }
}
