package app.ringbook.sample;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.NewCustomer.NewPhone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes as many customers as a trial of size needs, Chinese and Latin ones in turn, with a phone
 * and a half each. The same seed gives the same customers. Not for the window's thread.
 */
public final class Generator {
  private static final int BLOCK = 2_000;
  private static final String[] PLACES = {
    "苏州", "杭州", "宁波", "无锡", "上海", "东莞", "佛山", "重庆", "成都", "西安", "武汉", "长沙", "天津", "青岛", "大连", "沈阳",
    "南京", "合肥", "福州", "厦门"
  };
  private static final String SIGNS = "澄宇泊远禾川启衡青屿鼎跃岭南渝峰锦长曲楚墨湘麓滨澜海岬北辰辽岳栖霞庐光闽鹭泉峪中岳恒瑞安泰华明盛昌隆";
  private static final String[] TRADES = {
    "精密机械", "环境检测", "汽车零部件", "电子科技", "生物技术", "模具", "陶瓷", "食品", "航空部件", "光电", "医疗器械", "船舶配件"
  };
  private static final String SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾仇解查";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉薇悦岚";
  private static final String[] FIRST = {
    "North", "Oak", "Silver", "Iron", "Stone", "Blue", "Copper", "Gray", "Elm", "Raven", "Pine",
    "Salt", "Wind", "Thistle", "Crest", "Marrow", "Tide", "Lark", "Fen", "Har"
  };
  private static final String[] SECOND = {
    "gate", "field", "brook", "bridge", "wick", "mere", "ford", "stone", "dale", "well", "moor",
    "ridge", "haven", "croft", "march", "cliff"
  };
  private static final String[] BUSINESS = {
    "Polymers", "Labs", "Valve Co.", "Biologics", "Motors", "Ceramics", "Foods", "Batteries Inc",
    "Castings", "Marine", "Avionics", "Textiles Ltd", "Optics", "Paper", "Robotics", "Cables"
  };
  private static final String[] PEOPLE = {
    "Maya", "Jonas", "Priya", "Omar", "Elena", "Tom", "Hannah", "Luis", "Aiko", "Ruth", "Noor"
  };

  private final Database database;
  private final Customers customers;
  private final AppClock clock;

  /** Writes through the customers' own door, in blocks that are whole. */
  public Generator(Database database, Customers customers, AppClock clock) {
    this.database = database;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * Stores this many more customers.
   *
   * @param seed the same seed gives the same names and numbers
   */
  public void generate(int count, long seed, Progress progress) {
    Random random = new Random(seed);
    String group = "generated-" + seed;
    for (int done = 0; done < count; done += BLOCK) {
      progress.check();
      List<NewCustomer> block = new ArrayList<>(BLOCK);
      for (int i = done; i < Math.min(count, done + BLOCK); i++) {
        block.add(customer(random, i));
      }
      database.inTransaction(
          new Change("sample.change.generated", String.valueOf(block.size()), group),
          tx -> customers.createAllIn(tx, block));
      progress.at(Math.min(count, done + BLOCK), count);
    }
  }

  private NewCustomer customer(Random random, int index) {
    boolean chinese = index % 2 == 0;
    Instant now = clock.now();
    Instant next = now.plus(Duration.ofHours(random.nextInt(24 * 60) - 24 * 10));
    Instant last = now.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 200)));
    Customer facts =
        Customer.named(chinese ? chineseName(random) : latinName(random))
            .industry(chinese ? any(random, TRADES) : any(random, BUSINESS))
            .tier(random.nextInt(4) == 0 ? "A" : random.nextInt(2) == 0 ? "B" : "C")
            .city(chinese ? any(random, PLACES) : null)
            .country(chinese ? "中国" : "USA")
            .nextContactAt(random.nextInt(3) == 0 ? next : null)
            .lastContactAt(random.nextInt(2) == 0 ? last : null)
            .sample(true)
            .createdAt(now.minus(Duration.ofDays(random.nextInt(800))))
            .build();
    List<NewPhone> phones = new ArrayList<>();
    phones.add(phone(random, chinese, true));
    if (random.nextInt(2) == 0) {
      phones.add(phone(random, chinese, false));
    }
    String name =
        chinese
            ? sign(random, SURNAMES) + sign(random, GIVEN) + sign(random, GIVEN)
            : any(random, PEOPLE) + " " + any(random, FIRST) + any(random, SECOND);
    NewContact contact = new NewContact(name, null, null, null, true, false, phones);
    return new NewCustomer(facts, List.of(contact), List.of());
  }

  private static String chineseName(Random random) {
    return any(random, PLACES)
        + sign(random, SIGNS)
        + sign(random, SIGNS)
        + any(random, TRADES)
        + "有限公司";
  }

  private static String latinName(Random random) {
    return any(random, FIRST) + any(random, SECOND) + " " + any(random, BUSINESS);
  }

  /** Written in its parts: reading a number takes longer than storing it. */
  private static NewPhone phone(Random random, boolean chinese, boolean main) {
    int digits = random.nextInt(100_000_000);
    if (chinese) {
      String mobile = "13" + random.nextInt(10) + "%08d".formatted(digits);
      return phone(mobile, "+86" + mobile, mobile, "CN", PhoneKind.MOBILE, main);
    }
    String national = "212" + (2 + random.nextInt(8)) + "%06d".formatted(digits % 1_000_000);
    String raw =
        "(%s) %s-%s"
            .formatted(national.substring(0, 3), national.substring(3, 6), national.substring(6));
    return phone(raw, "+1" + national, national, "US", PhoneKind.OFFICE, main);
  }

  private static NewPhone phone(
      String raw,
      @Nullable String e164,
      String national,
      String region,
      PhoneKind kind,
      boolean main) {
    return new NewPhone(kind, main, new PhoneNumber(raw, e164, national, region, null));
  }

  private static String any(Random random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String sign(Random random, String choices) {
    int at = random.nextInt(choices.length());
    return choices.substring(at, at + 1);
  }
}
