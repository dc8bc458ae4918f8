package app.ringbook.testkit;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.view.Calling;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.CustomerBook;
import app.ringbook.customer.view.Dialler;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.Settings;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Action;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.KeyDispatcher;
import app.ringbook.ui.Language;
import app.ringbook.ui.OverlayPane;
import app.ringbook.ui.Page;
import app.ringbook.ui.Preparation;
import app.ringbook.ui.words.DateWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The surroundings of the customer screens as tests have them, and some customers to show. */
public final class CustomerStage {
  public final FakeClock clock = new FakeClock();
  public final FakeCustomerBook book = new FakeCustomerBook();
  public final FakeTimelineBook timeline = new FakeTimelineBook(clock);
  public final FakeToasts toasts = new FakeToasts();
  public final FakeNavigation navigation = new FakeNavigation();
  public final List<String> copied = new ArrayList<>();
  public final List<PhoneNumber> dialled = new ArrayList<>();
  public final Background background = new Background(Fx.executor());
  public final Language language;
  public final Formats formats;
  public final DateWords words;
  public final KeyDispatcher keys = new KeyDispatcher();
  public final Preparation search = new Preparation();
  public final OverlayPane overlay = new OverlayPane(keys, new SimpleBooleanProperty(true));
  public final Settings settings = new Settings(folder());

  /** The file that is chosen next; nothing is chosen without one. */
  public @Nullable Path chosenFile;

  public final FileChoice files = files();
  public final Changes changes;
  public final Surroundings around;
  private boolean canDial;

  /** Speaks this language; its customers are those of {@link #book}. */
  public CustomerStage(Language language) {
    this(language, null);
  }

  /** As the other, with the customers of another book. */
  public CustomerStage(Language language, @Nullable CustomerBook other) {
    CustomerBook customers = other == null ? book : other;
    this.language = language;
    this.formats = new Formats(language, clock);
    this.words = new DateWords(clock);
    this.changes = new Changes(background, language, toasts, customers::undo);
    this.around =
        new Surroundings(
            customers,
            background,
            Fx.executor(),
            clock,
            language,
            formats,
            toasts,
            navigation,
            new Calling(dialler(), clipboard(), language, toasts),
            changes,
            overlay,
            words,
            search);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("ringbook-settings-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileChoice files() {
    return new FileChoice() {
      @Override
      public Optional<Path> open(String title, Filter... filters) {
        return Optional.ofNullable(chosenFile);
      }

      @Override
      public Optional<Path> save(String title, String proposedName, Filter... filters) {
        return Optional.ofNullable(chosenFile);
      }

      @Override
      public Optional<Path> folder(String title) {
        return Optional.ofNullable(chosenFile);
      }
    };
  }

  /** From now on the kit can dial. */
  public void letKitDial() {
    canDial = true;
  }

  /** A page under the overlay, with its keys, as the window has it. */
  public StackPane window(Page page) {
    Node node = page.node();
    StackPane window = new StackPane(node, overlay);
    keys.open(page::actions);
    window
        .sceneProperty()
        .addListener(
            (at, was, scene) -> {
              if (scene != null) {
                keys.attach(scene);
              }
            });
    return window;
  }

  /** An action of a page by its id. */
  public static Action action(Page page, String id) {
    return page.actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  /** Fills the book as the mock-up of the list shows it. */
  public void fillList() {
    String[][] rows = {
      {"Northgate Polymers", "Plastics", "B", "Tensile, Web", "+1 555-0111", "-30", "-4"},
      {"Verity Water Labs", "Testing labs", "B", "Turbidity", "+1 555-0112", "-20", "-2"},
      {"Castellan Valve Co.", "Valves", "A", "Tensile", "+1 555-0148", "0", "0"},
      {"Bluefen Biologics", "Biotech", "A", "Incubators, Key", "+1 555-0114", "-1", "1"},
      {"Marrowstone Semicon", "Electronics", "A", "Cleanroom, Key", "+1 555-0115", "-1", "2"},
      {"Tidewell Diagnostics", "Clinics", "A", "Service, Renewal", "+1 555-0116", "-4", "2"},
      {"Quillon Pharma", "Pharma", "A", "Framework", "+1 555-0117", "-5", "3"},
      {"Oakhurst Motors", "Automotive", "B", "Torque", "+1 555-0118", "-4", "3"},
      {"Pemberly Ceramics", "Ceramics", "B", "Kiln, Expo 2026", "+1 555-0119", "-6", "4"},
      {"Harrow & Pike Foods", "Food", "B", "Calibration", "+1 555-0120", "-1", "5"},
      {"Copperline Batteries", "Energy", "A", "Climate, Expo 2026", "+1 555-0121", "-7", "6"},
      {"Halden Marine", "Shipyard", "B", "Coatings", "", "-12", ""},
      {"苏州澄宇精密机械有限公司", "精密加工", "A", "展会 2025, 老客复购", "0512-5555-0142", "0", "0"},
      {"禾曜包装", "包装", "C", "网站", "021-5555-0160", "-9", "8"},
    };
    long id = 1;
    for (String[] row : rows) {
      Customer customer =
          FakeCustomers.stored(
              Customer.named(row[0])
                  .industry(row[1])
                  .tier(row[2])
                  .tags(row[3])
                  .owner(id % 2 == 0 ? "Nora Ellis" : "陈思远")
                  .city("Houston")
                  .lastContactAt(day(row[5], 2))
                  .nextContactAt(day(row[6], 5))
                  .nextContactNote(id == 3 ? "Agree 60-day terms" : null)
                  .createdAt(Instant.parse("2024-03-11T02:00:00Z"))
                  .build(),
              id,
              1);
      book.with(customer, row[4], id == 3 ? "Maya Okafor" : "");
      id++;
    }
    timeline.add(3, TimelineKind.CALL, clock.now(), "Call from Maya", "6:18");
    timeline.add(3, TimelineKind.NOTE, clock.now().minus(Duration.ofDays(11)), "Quote sent", null);
    timeline.add(
        3, TimelineKind.CREATED, clock.now().minus(Duration.ofDays(12)), "Castellan", null);
  }

  private @Nullable Instant day(String days, int hours) {
    return days.isEmpty()
        ? null
        : clock
            .now()
            .plus(Duration.ofDays(Long.parseLong(days)))
            .plus(Duration.ofHours(hours))
            .minusSeconds(15)
            .minus(Duration.ofMinutes(30));
  }

  /** The customer of the mock-up of the customer's page, with what happened; its id is 100. */
  public void fillCustomer() {
    fillCustomerOnly();
    fillTimeline();
  }

  /** The same customer without anything that happened. */
  public void fillCustomerOnly() {
    Customer customer =
        FakeCustomers.stored(
            Customer.named("苏州澄宇精密机械有限公司")
                .industry("精密机械加工")
                .tier("A")
                .tags("精密加工, 展会 2025, 老客复购")
                .owner("陈思远")
                .region("江苏")
                .city("苏州")
                .address("工业园区 澄湖路 88 号")
                .source("2025 华东检测展")
                .email("liwei@chengyu.example")
                .website("chengyu.example")
                .nextContactAt(clock.now().plus(Duration.ofMinutes(330)).minusSeconds(15))
                .nextContactNote("把付款节点定在 3-6-1")
                .createdAt(Instant.parse("2025-03-11T02:00:00Z"))
                .build(),
            100,
            1);
    List<Contact> contacts =
        List.of(
            Contact.of(201, 1, 100, "李薇", "采购经理", null, null, true, false),
            Contact.of(202, 1, 100, "陈国栋", "副总经理", null, null, false, true),
            Contact.of(203, 1, 100, "孙悦", "设备工程师", null, null, false, false),
            Contact.of(204, 1, 100, "何静", "财务", null, null, false, false));
    List<Phone> phones =
        List.of(
            phone(301, 201L, "0512-5555-0142"),
            phone(302, 202L, "0512-5555-0101"),
            phone(303, 203L, "0512-5555-0142 转 806"),
            phone(304, 204L, "0512-5555-0144"),
            phone(305, null, "0512-5555-0100"));
    book.with(new Portrait(customer, contacts, phones));
  }

  private void fillTimeline() {
    Instant now = clock.now();
    timeline.add(100, TimelineKind.CALL, now.minus(Duration.ofMinutes(20)), "呼出 李薇", "6分18秒");
    timeline.add(
        100,
        TimelineKind.NOTE,
        now.minus(Duration.ofMinutes(60)),
        "法务已会签，验收款比例卡在 10%。李薇下午请示陈总后给答复。",
        null);
    timeline.add(
        100,
        TimelineKind.NOTE,
        now.minus(Duration.ofHours(22)),
        "付款节点咬住 3-6-1，别再让验收款。",
        "付款节点咬住 3-6-1，别再让验收款。需要我下午可以一起上门，把现场供电与地面承重再确认一遍，孙悦陪同，照片随后补上，避免来回多跑一趟。");
    for (int i = 0; i < 14; i++) {
      timeline.add(
          100,
          i % 3 == 0 ? TimelineKind.CALL : TimelineKind.NOTE,
          now.minus(Duration.ofDays(4 + i / 2)).minus(Duration.ofMinutes(40L * i)),
          i % 3 == 0 ? "呼入 孙悦" : "唯一对手已退出，交期谈不拢，我方可 4 周到货",
          i % 3 == 0 ? "3分42秒，询问 −40°C 降温速率" : null);
    }
    timeline.add(100, TimelineKind.CREATED, Instant.parse("2025-03-11T02:00:00Z"), "澄宇", null);
  }

  private static Phone phone(long id, @Nullable Long contact, String number) {
    return new Phone(
        id, 1, 100, contact, PhoneKind.OFFICE, id == 301, FakeCustomerBook.number(number));
  }

  private Dialler dialler() {
    return new Dialler() {
      @Override
      public boolean canDial() {
        return canDial;
      }

      @Override
      public void dial(PhoneNumber number) {
        dialled.add(number);
      }
    };
  }

  private ClipboardAccess clipboard() {
    return new ClipboardAccess() {
      @Override
      public boolean copy(String text) {
        return copied.add(text);
      }

      @Override
      public Optional<String> text() {
        return copied.isEmpty() ? Optional.empty() : Optional.of(copied.getLast());
      }
    };
  }
}
