package app.ringbook.call.view;

import app.ringbook.platform.Background;
import app.ringbook.settings.CallSettings;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.network.TcpAddress;
import app.ringbook.telephony.serial.SerialPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the phone kit: which devices there are and which are in use, how calls are
 * recorded, how numbers are read. Every change is saved at once. Used on the window's thread.
 */
public final class PhoneKitModel {
  /** What the port of the built-in simulated kit begins with. */
  public static final String SIMULATED = "sim:";

  private final Settings settings;
  private final Callable<List<SerialPorts.Port>> ports;
  private final List<String> drivers;
  private final LineModel line;
  private final Function<String, Optional<PhoneDriver.Caps>> caps;
  private final Background background;
  private final ObservableList<Device> devices = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper scanning = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<PhoneSettings> values;
  private List<SerialPorts.Port> found = List.of();
  private List<String> soundDevices = List.of();
  private Callable<List<String>> soundNames = List::of;
  private Predicate<String> silentDriver = driver -> false;

  /**
   * A device that is in use or could be.
   *
   * @param kit how it is used, or null if it is not
   * @param port what was found, or null if it is not plugged in or not a port of this machine
   * @param status what its link is doing, or null
   */
  public record Device(
      PhoneSettings.@Nullable Kit kit,
      SerialPorts.@Nullable Port port,
      @Nullable LinkStatus status) {

    /** True for the kit that is only simulated. */
    public boolean simulated() {
      return kit != null && kit.port().startsWith(SIMULATED);
    }

    /** What it is doing; {@link LineState#NO_KIT} if it is not in use. */
    public LineState state() {
      if (kit == null) {
        return LineState.NO_KIT;
      }
      return status == null ? LineState.OPENING : LineState.of(status);
    }

    /** Path or name of the port. */
    public String path() {
      return kit != null ? kit.port() : port == null ? "" : port.path();
    }
  }

  /**
   * Reads nothing before {@link #scan}.
   *
   * @param ports lists the ports of this machine, called in the background
   * @param drivers names of the drivers, the proposed one first
   * @param caps what the kit of this name can do, see {@code LinkStatus.kit}
   */
  public PhoneKitModel(
      Settings settings,
      Callable<List<SerialPorts.Port>> ports,
      List<String> drivers,
      LineModel line,
      Function<String, Optional<PhoneDriver.Caps>> caps,
      Background background) {
    this.settings = settings;
    this.ports = ports;
    this.drivers = List.copyOf(drivers);
    this.line = line;
    this.caps = caps;
    this.background = background;
    this.values = new ReadOnlyObjectWrapper<>(settings.phone());
    line.linkProperty().addListener((o, was, now) -> arrange());
    line.stateProperty().addListener((o, was, now) -> arrange());
    arrange();
  }

  /** What happens in and after a call. */
  public CallSettings calls() {
    return settings.call();
  }

  /** Changes what happens in and after a call. */
  public void changeCalls(UnaryOperator<CallSettings> change) {
    settings.changeCall(change);
  }

  /**
   * Lets kits without sound be heard through a sound device.
   *
   * @param names lists the devices of this machine, called in the background
   * @param silent whether kits of a driver tell of the handset and send no sound
   */
  public PhoneKitModel withSound(Callable<List<String>> names, Predicate<String> silent) {
    soundNames = names;
    silentDriver = silent;
    return this;
  }

  /** True if a sound device makes sense for the kit. */
  public boolean canHear(PhoneSettings.Kit kit) {
    return kit.soundDevice() != null || silentDriver.test(kit.driver());
  }

  /** Sound devices found by the last {@link #scan}. */
  public List<String> soundDevices() {
    return soundDevices;
  }

  /** Hears the line of a kit through a sound device; null for none. */
  public void hear(PhoneSettings.Kit kit, @Nullable String device) {
    change(
        phone ->
            with(
                phone,
                phone.kits().stream().map(k -> k.equals(kit) ? k.hearing(device) : k).toList()));
  }

  /** True for a kit in use that tells callers and no more: no handset, no sound. */
  public boolean callersOnly(Device device) {
    LinkStatus status = device.status();
    return status != null
        && status.state() == LinkStatus.State.READY
        && caps.apply(status.kit()).map(can -> !can.recording() && !can.hook()).orElse(false);
  }

  /** Looks which ports there are. */
  public void scan() {
    if (scanning.get()) {
      return;
    }
    scanning.set(true);
    background
        .run(progress -> soundNames.call())
        .orElse(e -> soundDevices = List.of())
        .then(
            names -> {
              soundDevices = names;
              arrange();
            });
    background.run(progress -> ports.call()).orElse(e -> scanned(List.of())).then(this::scanned);
  }

  private void scanned(List<SerialPorts.Port> now) {
    found = now;
    scanning.set(false);
    arrange();
  }

  /** Devices in use first, then other ports of this machine. */
  private void arrange() {
    List<Device> all = new ArrayList<>();
    for (PhoneSettings.Kit kit : settings.phone().kits()) {
      all.add(new Device(kit, portOf(kit), statusOf(kit)));
    }
    for (SerialPorts.Port port : found) {
      if (all.stream().noneMatch(device -> port.equals(device.port()))) {
        all.add(new Device(null, port, null));
      }
    }
    devices.setAll(all);
  }

  private SerialPorts.@Nullable Port portOf(PhoneSettings.Kit kit) {
    return found.stream()
        .filter(
            port ->
                kit.identity().isEmpty()
                    ? port.path().equals(kit.port())
                    : port.identity().equals(kit.identity()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable LinkStatus statusOf(PhoneSettings.Kit kit) {
    return line.links().values().stream()
        .filter(status -> status.driver().equals(kit.driver()) && status.port().equals(kit.port()))
        .findFirst()
        .orElse(null);
  }

  /** Uses a port with a driver. */
  public void use(SerialPorts.Port port, String driver) {
    add(new PhoneSettings.Kit(driver, port.path(), port.identity()));
  }

  /** Names of the drivers of kits on a port of this machine. */
  public List<String> portDrivers() {
    return drivers.stream().filter(driver -> !network(driver)).toList();
  }

  /** Whether a text could be a port for that driver: an address for kits in the network. */
  public boolean usable(String path, String driver) {
    return !path.isBlank()
        && (!network(driver) || path.startsWith(SIMULATED) || TcpAddress.of(path, 1).isPresent());
  }

  private static boolean network(String driver) {
    return Drivers.byName(driver).map(d -> d.lineSettings().overNetwork()).orElse(false);
  }

  /** Uses a port that was typed in; blank text is ignored. */
  public void useTyped(String path, String driver) {
    if (!path.isBlank()) {
      String port = path.strip();
      add(new PhoneSettings.Kit(driver, port, identityAt(port)));
    }
  }

  private String identityAt(String path) {
    return found.stream()
        .filter(port -> port.path().equals(path))
        .map(SerialPorts.Port::identity)
        .findFirst()
        .orElse("");
  }

  /** Uses the built-in simulated kit, to try the program. */
  public void useSimulated() {
    add(new PhoneSettings.Kit(drivers.getFirst(), SIMULATED + drivers.getFirst(), ""));
  }

  /** True while the simulated kit is in use. */
  public boolean simulating() {
    return devices.stream().anyMatch(Device::simulated);
  }

  private void add(PhoneSettings.Kit kit) {
    change(
        phone -> {
          List<PhoneSettings.Kit> kits = new ArrayList<>(phone.kits());
          kits.removeIf(other -> other.port().equals(kit.port()));
          kits.add(kit);
          return with(phone, kits);
        });
  }

  /** Takes a kit out of use. */
  public void remove(PhoneSettings.Kit kit) {
    change(phone -> with(phone, phone.kits().stream().filter(k -> !k.equals(kit)).toList()));
  }

  /** Takes the kits at some ports out of use. */
  public void removePorts(Predicate<String> which) {
    settings.phone().kits().stream().filter(k -> which.test(k.port())).forEach(this::remove);
  }

  /** Whether calls are recorded. */
  public void recordCalls(PhoneSettings.RecordCalls choice) {
    change(
        p ->
            new PhoneSettings(
                p.kits(),
                p.region(),
                p.areaCode(),
                p.outsidePrefix(),
                p.ownNumbers(),
                p.ringTimeoutMillis(),
                choice,
                p.recordingFolder()));
  }

  /** How numbers without country code are read; anything but digits is cut from the codes. */
  public void numbering(String region, String areaCode, String outsidePrefix) {
    change(
        p ->
            new PhoneSettings(
                p.kits(),
                region.strip().toUpperCase(Locale.ROOT),
                areaCode.replaceAll("\\D", ""),
                outsidePrefix.replaceAll("[^0-9*#]", ""),
                p.ownNumbers(),
                p.ringTimeoutMillis(),
                p.recordCalls(),
                p.recordingFolder()));
  }

  /** Adds a number of the office; one that is there, or blank, changes nothing. */
  public void addOwnNumber(String number) {
    List<String> numbers = new ArrayList<>(settings.phone().ownNumbers());
    if (!number.isBlank() && !numbers.contains(number.strip())) {
      numbers.add(number.strip());
      ownNumbers(numbers);
    }
  }

  /** Takes a number of the office away. */
  public void removeOwnNumber(String number) {
    ownNumbers(settings.phone().ownNumbers().stream().filter(n -> !n.equals(number)).toList());
  }

  private void ownNumbers(List<String> numbers) {
    change(
        p ->
            new PhoneSettings(
                p.kits(),
                p.region(),
                p.areaCode(),
                p.outsidePrefix(),
                numbers,
                p.ringTimeoutMillis(),
                p.recordCalls(),
                p.recordingFolder()));
  }

  private static PhoneSettings with(PhoneSettings p, List<PhoneSettings.Kit> kits) {
    return new PhoneSettings(
        kits,
        p.region(),
        p.areaCode(),
        p.outsidePrefix(),
        p.ownNumbers(),
        p.ringTimeoutMillis(),
        p.recordCalls(),
        p.recordingFolder());
  }

  private void change(UnaryOperator<PhoneSettings> function) {
    settings.changePhone(function);
    refresh();
  }

  /** Reads the settings again, after somebody else changed them. */
  public void refresh() {
    values.set(settings.phone());
    arrange();
  }

  /** Devices in use and ports that could be. */
  public ObservableList<Device> devices() {
    return devices;
  }

  /** Names of the drivers, the proposed one first. */
  public List<String> drivers() {
    return drivers;
  }

  /** True while ports are being listed. */
  public ReadOnlyBooleanProperty scanningProperty() {
    return scanning.getReadOnlyProperty();
  }

  /** The settings as they are saved. */
  public ReadOnlyObjectProperty<PhoneSettings> valuesProperty() {
    return values.getReadOnlyProperty();
  }
}
