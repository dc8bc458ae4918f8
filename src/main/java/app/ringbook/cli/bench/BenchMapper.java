package app.ringbook.cli.bench;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads the numbers that the rivals are filled with. */
interface BenchMapper {

  /** A number's last digits and whose it is. */
  record Line(long id, String suffix8, long customerId, String raw) {}

  /** The next numbers that can be dialled, by their ids. */
  List<Line> numbersAfter(@Param("id") long id, @Param("limit") int limit);
}
