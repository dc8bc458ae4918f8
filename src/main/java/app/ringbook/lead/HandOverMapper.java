package app.ringbook.lead;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Counts and finds what people look after. */
interface HandOverMapper {

  /** Names of all who look after a customer or a lead. */
  List<String> owners();

  List<Long> customersOf(@Param("owner") String owner);

  HandOver.Counts counts(@Param("owner") String owner, @Param("ids") @Nullable List<Long> ids);

  long leads(@Param("owner") String owner);
}
