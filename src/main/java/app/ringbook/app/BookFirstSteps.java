package app.ringbook.app;

import app.ringbook.platform.Progress;
import app.ringbook.shell.FirstSteps;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Place;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The three ways in of the first-run screen, over the services. */
final class BookFirstSteps implements FirstSteps {
  private final Consumer<Progress> sample;
  private final SerialPorts ports;
  private final Navigation navigation;
  private final Consumer<Path> importer;
  private final Restoring restoring;
  private final Runnable leave;

  /** Puts a backup in the place of the data. */
  @FunctionalInterface
  interface Restoring {
    /** As {@link FirstSteps#restore}. */
    void restore(Path backup, Progress progress) throws Exception;
  }

  /**
   * @param sample loads the sample data
   * @param importer opens the import of a file
   * @param leave takes the first-run screen away
   */
  BookFirstSteps(
      Consumer<Progress> sample,
      SerialPorts ports,
      Navigation navigation,
      Consumer<Path> importer,
      Restoring restoring,
      Runnable leave) {
    this.sample = sample;
    this.ports = ports;
    this.navigation = navigation;
    this.importer = importer;
    this.restoring = restoring;
    this.leave = leave;
  }

  @Override
  public void loadSample(Progress progress) {
    sample.accept(progress);
  }

  @Override
  public Optional<String> kit() {
    return ports.list().stream()
        .filter(port -> !port.identity().isBlank())
        .map(SerialPorts.Port::path)
        .findFirst();
  }

  @Override
  public void restore(Path backup, Progress progress) throws Exception {
    restoring.restore(backup, progress);
  }

  @Override
  public void importFile(Path file) {
    leave.run();
    importer.accept(file);
  }

  @Override
  public void setUpKit() {
    leave.run();
    navigation.open(Place.of("settings/phone"));
  }

  @Override
  public void begin() {
    leave.run();
    navigation.open(Place.of("customers"));
  }
}
