package app.ringbook.sample;

import app.ringbook.customer.Customer;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.NewCustomer.NewPhone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the invented customers; their dates are counted from today. */
final class SampleCustomers {
  private static final String FILE = "customers.txt";
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern SLASH = Pattern.compile(" / ");
  private static final int FIELDS = 11;

  private final PhoneNumbers numbers;
  private final AppClock clock;

  SampleCustomers(PhoneNumbers numbers, AppClock clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  /** All of them, in the order of the file. */
  List<NewCustomer> read() {
    List<NewCustomer> customers = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        customers.add(customer(List.of(BAR.split(line, -1)), customers.size()));
      }
    }
    return customers;
  }

  private NewCustomer customer(List<String> f, int index) {
    if (f.size() != FIELDS) {
      throw new IllegalStateException("A sample customer with " + f.size() + " fields: " + f);
    }
    boolean chinese = f.get(4).equals("CN");
    Instant created = clock.now().minus(Duration.ofDays(400L - 3L * index));
    Customer facts =
        Customer.named(f.get(0))
            .industry(f.get(1))
            .tier(f.get(2))
            .city(f.get(3))
            .country(chinese ? "中国" : "USA")
            .tags(f.get(5))
            .source(chinese ? "示例数据" : "Sample data")
            .note(f.get(7))
            .nextContactAt(nextContact(f.get(8), index))
            .nextContactNote(f.get(9))
            .lastContactAt(daysAgo(f.get(10), index))
            .doNotCall(index % 40 == 17)
            .sample(true)
            .createdAt(created)
            .build();
    List<NewContact> contacts = new ArrayList<>();
    for (String person : SLASH.split(f.get(6), -1)) {
      contacts.add(contact(List.of(SEMICOLON.split(person, -1)), f.get(4), contacts.isEmpty()));
    }
    return new NewCustomer(facts, contacts, List.of());
  }

  private NewContact contact(List<String> f, String region, boolean main) {
    NewPhone phone = new NewPhone(PhoneKind.OFFICE, main, numbers.parse(f.get(3), region));
    boolean decides = f.get(2).equals("D");
    return new NewContact(f.get(0), f.get(1), null, null, main, decides, List.of(phone));
  }

  /** In working hours, on the half hour. */
  private @Nullable Instant nextContact(String days, int index) {
    if (days.isEmpty()) {
      return null;
    }
    LocalTime time = LocalTime.of(9 + index * 5 % 8, index % 2 * 30);
    return clock
        .today()
        .plusDays(Long.parseLong(days))
        .atTime(time)
        .atZone(clock.zone())
        .toInstant();
  }

  private @Nullable Instant daysAgo(String days, int index) {
    if (days.isEmpty()) {
      return null;
    }
    Duration past = Duration.ofDays(Long.parseLong(days)).plusMinutes(7L + index % 50);
    return clock.now().minus(past);
  }

  private static String text() {
    try (InputStream in = SampleCustomers.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
