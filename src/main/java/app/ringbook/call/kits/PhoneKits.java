package app.ringbook.call.kits;

import app.ringbook.call.CallDesk;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.StoredCall;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.sound.SoundDevice;
import app.ringbook.telephony.sound.SoundDriver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kits the user chose, each with its link. Follows the settings: a kit that is chosen is
 * opened, one that is taken out is closed. Links are opened and closed on a thread of their own,
 * since closing a port may take seconds.
 *
 * <p>Safe for any thread.
 */
public final class PhoneKits implements CallDesk.Line, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneKits.class);
  private final Settings settings;
  private final Function<String, Optional<PhoneDriver>> drivers;
  private final LineOpener opener;
  private final KitOrders orders;
  private final PhoneLink.Policy chosen;
  private final AppClock clock;
  private final Everybody listeners = new Everybody();
  private final Worker worker = new Worker("phone-kits");
  private final Map<PhoneSettings.Kit, PhoneLink> links = new LinkedHashMap<>();
  private Subscription following = () -> {};

  /**
   * Nothing happens before {@link #start}.
   *
   * @param drivers driver by name
   * @param opener opens ports
   */
  public PhoneKits(
      Settings settings,
      Function<String, Optional<PhoneDriver>> drivers,
      LineOpener opener,
      PhoneLink.Policy policy,
      AppClock clock) {
    this.settings = settings;
    this.drivers = drivers;
    this.opener = opener;
    this.orders = new KitOrders(settings, drivers, clock);
    this.chosen = orders.over(policy);
    this.clock = clock;
  }

  /** Opens the kits of the settings and follows them from now on. To be called once. */
  public void start() {
    following =
        settings
            .changes()
            .add(
                changed -> {
                  if (changed instanceof PhoneSettings) {
                    worker.execute(this::follow);
                  }
                });
    worker.execute(this::follow);
  }

  /**
   * Lets somebody hear of the calls of all kits, in the order added; to be called before {@link
   * #start}. The first one alone confirms calls of a kit's memory.
   */
  public void tell(CallListener listener) {
    listeners.all.add(listener);
  }

  /** What each link is doing, in the order of the settings. */
  public synchronized List<LinkStatus> statuses() {
    return links.values().stream().map(PhoneLink::status).toList();
  }

  /** The link that tells calls under this kit name, see {@code Call.kit}. */
  public synchronized Optional<PhoneLink> link(String kitName) {
    return links.values().stream().filter(l -> l.status().kit().equals(kitName)).findFirst();
  }

  /** The first link that can dial now. */
  public synchronized Optional<PhoneLink> dialling() {
    return links.values().stream()
        .filter(l -> l.status().state() == LinkStatus.State.READY && l.caps().dial())
        .findFirst();
  }

  /** What the user decided about each kit. */
  public KitOrders orders() {
    return orders;
  }

  /** The link of a kit in use. */
  public synchronized Optional<PhoneLink> link(PhoneSettings.Kit kit) {
    return Optional.ofNullable(links.get(kit));
  }

  /** Sets a kit to a country at each start from now on, and at once; empty for no longer. */
  public void country(PhoneSettings.Kit kit, String region) {
    orders.country(kit, region);
    link(kit).ifPresent(PhoneLink::chooseAgain);
  }

  /** Takes in all calls of a kit's log, however old. */
  public void takeAll(PhoneSettings.Kit kit) {
    orders.takeAll(kit);
    link(kit).ifPresent(PhoneLink::chooseAgain);
  }

  /** Sets a kit's own switches; how they stood before is kept, so that they can be put back. */
  public void setSwitches(PhoneSettings.Kit kit, String wanted) {
    link(kit)
        .ifPresent(
            link -> {
              link.upkeep(PhoneDriver.Session::switches)
                  .ifPresent(now -> orders.switchesWere(kit, now.before()));
              link.chooseAgain();
              link.upkeep(
                  session -> {
                    session.setSwitches(wanted);
                    return session;
                  });
            });
  }

  @Override
  public boolean canRecord(Call call) {
    return link(call.kit()).map(l -> l.caps().recording()).orElse(false);
  }

  @Override
  public void record(Call call, boolean wanted) {
    link(call.kit()).ifPresent(l -> l.record(call, wanted));
  }

  @Override
  public boolean tellsHandset(Call call) {
    return link(call.kit()).map(l -> l.caps().hook()).orElse(true);
  }

  @Override
  public void told(Call call, boolean taken) {
    link(call.kit()).ifPresent(l -> l.told(call, taken));
  }

  @Override
  public void close() {
    following.close();
    worker.execute(this::closeAll);
    worker.close();
  }

  private void follow() {
    List<PhoneSettings.Kit> wanted = settings.phone().kits();
    for (PhoneSettings.Kit kit : List.copyOf(current().keySet())) {
      if (!wanted.contains(kit)) {
        close(kit);
      }
    }
    for (PhoneSettings.Kit kit : wanted) {
      if (!current().containsKey(kit)) {
        open(kit);
      }
    }
  }

  private void open(PhoneSettings.Kit kit) {
    Optional<PhoneDriver> driver = drivers.apply(kit.driver());
    if (driver.isEmpty()) {
      LOG.warn("No driver of the name {}", kit.driver());
      return;
    }
    PhoneLink link = new PhoneLink(kit, heard(kit, driver.get()), opener, chosen, clock, listeners);
    synchronized (this) {
      links.put(kit, link);
    }
    link.start();
  }

  private static PhoneDriver heard(PhoneSettings.Kit kit, PhoneDriver driver) {
    String device = kit.soundDevice();
    return device == null ? driver : new SoundDriver(driver, () -> new SoundDevice(device));
  }

  private void close(PhoneSettings.Kit kit) {
    PhoneLink link;
    synchronized (this) {
      link = links.remove(kit);
    }
    if (link != null) {
      link.close();
    }
  }

  private void closeAll() {
    List.copyOf(current().keySet()).forEach(this::close);
  }

  private synchronized Map<PhoneSettings.Kit, PhoneLink> current() {
    return new LinkedHashMap<>(links);
  }

  /**
   * Several listeners as one, told in the order added; only the first can confirm a stored call.
   */
  private static final class Everybody implements CallListener {
    private final List<CallListener> all = new CopyOnWriteArrayList<>();

    @Override
    public void linkChanged(LinkStatus status) {
      tell(listener -> listener.linkChanged(status));
    }

    @Override
    public void ringing(Call call) {
      tell(listener -> listener.ringing(call));
    }

    @Override
    public void identified(Call call) {
      tell(listener -> listener.identified(call));
    }

    @Override
    public void answered(Call call) {
      tell(listener -> listener.answered(call));
    }

    @Override
    public void audio(Call call, AudioBlock block) {
      tell(listener -> listener.audio(call, block));
    }

    @Override
    public void audioGap(Call call, long firstSample, long count) {
      tell(listener -> listener.audioGap(call, firstSample, count));
    }

    @Override
    public void ended(Call call) {
      tell(listener -> listener.ended(call));
    }

    @Override
    public void corrected(Call call) {
      tell(listener -> listener.corrected(call));
    }

    @Override
    public void stored(StoredCall call, Runnable confirm) {
      all.getFirst().stored(call, confirm);
      for (CallListener listener : all.subList(1, all.size())) {
        listener.stored(call, () -> {});
      }
    }

    private void tell(Consumer<CallListener> news) {
      for (CallListener listener : all) {
        try {
          news.accept(listener);
        } catch (RuntimeException e) {
          LOG.error("A listener of the phone line failed", e);
        }
      }
    }
  }
}
