package app.ringbook.spreadsheet;

import app.ringbook.spreadsheet.kind.ImportRun;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads imports. */
interface ImportRunMapper {

  @Nullable ImportRun byId(@Param("id") long id);

  List<ImportRun> latest(@Param("limit") int limit);

  List<ImportRun> unfinished(@Param("sha256") String sha256);
}
