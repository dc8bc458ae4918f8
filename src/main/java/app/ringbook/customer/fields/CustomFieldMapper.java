package app.ringbook.customer.fields;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the fields that users defined. */
interface CustomFieldMapper {

  /** A field as it stands in its row. */
  record FieldRow(
      long id,
      long version,
      String object,
      String fieldKey,
      String kind,
      String label,
      @Nullable String options,
      @Nullable String formula,
      int position,
      boolean archived) {}

  List<FieldRow> all();

  @Nullable FieldRow byId(@Param("id") long id);
}
