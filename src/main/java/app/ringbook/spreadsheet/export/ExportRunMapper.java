package app.ringbook.spreadsheet.export;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads exports. */
interface ExportRunMapper {

  List<ExportRun> latest(@Param("limit") int limit);
}
