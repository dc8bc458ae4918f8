package app.ringbook.cli.bench;

import java.util.List;

/** Reads the numbers that the rivals are filled with. */
interface BenchMapper {

  /** A number's last digits and whose it is. */
  record Line(String suffix8, long customerId, String raw) {}

  /** All numbers that can be dialled. */
  List<Line> numbers();
}
