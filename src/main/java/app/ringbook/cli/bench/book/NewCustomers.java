package app.ringbook.cli.bench.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lists of customers as people have them, to be imported. */
final class NewCustomers {
  private static final String HEAD = "公司,联系人,手机,城市,行业,邮箱,备注,编号,下次联系";
  private static final String SIGNS = "澄宇泊远禾川启衡青屿鼎跃岭南渝峰锦长曲楚墨湘麓滨澜海岬北辰辽岳栖霞庐光闽鹭泉峪";
  private static final String[] TOWNS = {"苏州", "杭州", "Austin", "成都", "Leeds", "西安"};

  /** How many numbers there are behind the first four digits. */
  private static final long NUMBERS = 10_000_000;

  /** Has no divisor in common with {@link #NUMBERS}: every number comes once. */
  private static final long SPREAD = 7_919_999;

  private final String numbers;
  private final Random random;

  /**
   * @param numbers four digits with which all numbers begin: other lists share none of them
   */
  NewCustomers(String numbers, long seed) {
    this.numbers = numbers;
    this.random = new Random(seed);
  }

  /** Writes a list of so many customers that share neither name nor number. */
  Path write(Path file, int rows) {
    return write(file, rows, true);
  }

  /**
   * As the other one.
   *
   * @param whole false to say of each only the name, the person and the number
   */
  Path write(Path file, int rows, boolean whole) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (int i = 0; i < rows; i++) {
      lines.add(row(i, whole));
    }
    try {
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String row(int index, boolean whole) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    String town = TOWNS[random.nextInt(TOWNS.length)];
    String company =
        index % 2 == 0
            ? town + name + index + "有限公司"
            : "%s %s %d Ltd".formatted(town, Integer.toString(random.nextInt(), 36), index);
    // In no order, as the numbers of real lists are: an index over them is written all over.
    int number = (int) (index * SPREAD % NUMBERS);
    String rest =
        whole
            ? "%s,模具,info%d@example.com,备注 %d,%s-%07d,2031-%02d-%02d %02d:%02d"
                .formatted(
                    town,
                    number,
                    index,
                    numbers,
                    number,
                    1 + number % 12,
                    1 + number % 28,
                    8 + number % 10,
                    number % 60)
            : ",,,,,";
    return "%s,王%s,%s%07d,%s".formatted(company, name.substring(0, 2), numbers, number, rest);
  }
}
