package app.ringbook.cli.bench;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the numbers that the rivals are filled with. */
interface BenchMapper {

  /** A number's last digits and whose it is. */
  record Line(long id, String suffix8, long customerId, String raw) {}

  /** The next numbers that can be dialled, by their ids. */
  List<Line> numbersAfter(@Param("id") long id, @Param("limit") int limit);

  /** A customer as the other databases list it. */
  record Listed(
      long id,
      String name,
      String nameKey,
      @Nullable String tier,
      @Nullable String industry,
      @Nullable Instant nextContactAt,
      @Nullable Instant lastContactAt) {}

  /** Customers behind a key. */
  List<Listed> listedAfter(@Param("id") long id, @Param("limit") int limit);
}
