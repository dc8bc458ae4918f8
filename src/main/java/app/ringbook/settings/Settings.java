package app.ringbook.settings;

import app.ringbook.platform.Listeners;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of one data folder. Reading is free; {@link #change} writes the file at once, by a
 * new file that takes the old one's place, so a power cut leaves the old or the new text. A file
 * that cannot be read is set aside as {@code .broken} and the default takes its place.
 *
 * <p>Safe for any thread; listeners are told on the thread that changed.
 */
public final class Settings {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final long LARGEST_VIEW = 1_000_000;

  private final Path folder;
  private final Map<Class<?>, Object> values = new ConcurrentHashMap<>();
  private final Listeners<Object> changes = new Listeners<>();

  /**
   * @param folder where the JSON files lie; made when first written
   */
  public Settings(Path folder) {
    this.folder = folder;
  }

  /** How the program looks. */
  public AppearanceSettings appearance() {
    return get(AppearanceSettings.class, AppearanceSettings.DEFAULT);
  }

  /** The phone kit. */
  public PhoneSettings phone() {
    return get(PhoneSettings.class, PhoneSettings.DEFAULT);
  }

  /** What happens in and after a call. */
  public CallSettings call() {
    return get(CallSettings.class, CallSettings.DEFAULT);
  }

  /** Replaces the settings of calls by what the function makes of them. */
  public void changeCall(UnaryOperator<CallSettings> function) {
    change(CallSettings.class, function.apply(call()));
  }

  /** What the page of calls shows. */
  public CallListSettings callList() {
    return get(CallListSettings.class, CallListSettings.DEFAULT);
  }

  /** Replaces what the page of calls shows by what the function makes of it. */
  public synchronized void changeCallList(UnaryOperator<CallListSettings> function) {
    change(CallListSettings.class, function.apply(callList()));
  }

  /** How leads come in by themselves. */
  public LeadSettings lead() {
    return get(LeadSettings.class, LeadSettings.DEFAULT);
  }

  /** Replaces the settings of leads by what the function makes of them. */
  public synchronized void changeLead(UnaryOperator<LeadSettings> function) {
    change(LeadSettings.class, function.apply(lead()));
  }

  /** Of what key customers ask for, what was told. */
  public CareSettings care() {
    return get(CareSettings.class, CareSettings.DEFAULT);
  }

  /** Replaces what was told of key customers by what the function makes of it. */
  public synchronized void changeCare(UnaryOperator<CareSettings> function) {
    change(CareSettings.class, function.apply(care()));
  }

  /** When a person is reminded of missed calls. */
  public MissedSettings missed() {
    return get(MissedSettings.class, MissedSettings.DEFAULT);
  }

  /** Replaces the settings of missed calls by what the function makes of them. */
  public synchronized void changeMissed(UnaryOperator<MissedSettings> function) {
    change(MissedSettings.class, function.apply(missed()));
  }

  /** What is kept of each kit. */
  public KitSettings kits() {
    return get(KitSettings.class, KitSettings.DEFAULT);
  }

  /** Replaces what is kept of kits by what the function makes of it. */
  public synchronized void changeKits(UnaryOperator<KitSettings> function) {
    change(KitSettings.class, function.apply(kits()));
  }

  /** How recordings are treated. */
  public RecordingSettings recording() {
    return get(RecordingSettings.class, RecordingSettings.DEFAULT);
  }

  /** Replaces the recording settings by what the function makes of them. */
  public void changeRecording(UnaryOperator<RecordingSettings> function) {
    change(RecordingSettings.class, function.apply(recording()));
  }

  /** The words by which customers are rated. */
  public RatingSettings ratings() {
    return get(RatingSettings.class, RatingSettings.DEFAULT);
  }

  /** Replaces the words of the ratings by what the function makes of them. */
  public void changeRatings(UnaryOperator<RatingSettings> function) {
    change(RatingSettings.class, function.apply(ratings()));
  }

  /** How long deleted records can be put back. */
  public TrashSettings trash() {
    return get(TrashSettings.class, TrashSettings.DEFAULT);
  }

  /** Sets how long deleted records can be put back. */
  public void changeTrash(TrashSettings settings) {
    change(TrashSettings.class, settings);
  }

  /** The rules of the public pool. */
  public PoolSettings pool() {
    return get(PoolSettings.class, PoolSettings.DEFAULT);
  }

  /** Changes the rules of the public pool. */
  public void changePool(PoolSettings settings) {
    change(PoolSettings.class, settings);
  }

  /** Where the window was. */
  public WindowSettings window() {
    return get(WindowSettings.class, WindowSettings.DEFAULT);
  }

  /** Remembers where the window is. */
  public void changeWindow(WindowSettings settings) {
    change(WindowSettings.class, settings);
  }

  /** What was chosen in earlier imports. */
  public ImportSettings imports() {
    return get(ImportSettings.class, ImportSettings.DEFAULT);
  }

  /** Replaces the import settings by what the function makes of them. */
  public void changeImports(UnaryOperator<ImportSettings> function) {
    change(ImportSettings.class, function.apply(imports()));
  }

  /** Replaces the appearance settings by what the function makes of them. */
  public void changeAppearance(UnaryOperator<AppearanceSettings> function) {
    change(AppearanceSettings.class, function.apply(appearance()));
  }

  /** Replaces the phone settings by what the function makes of them. */
  public void changePhone(UnaryOperator<PhoneSettings> function) {
    change(PhoneSettings.class, function.apply(phone()));
  }

  /** The views of the list of customers. */
  public CustomerListSettings customerList() {
    return get(CustomerListSettings.class, CustomerListSettings.DEFAULT);
  }

  /** Replaces the views of the list of customers by what the function makes of them. */
  public void changeCustomerList(UnaryOperator<CustomerListSettings> function) {
    change(CustomerListSettings.class, function.apply(customerList()));
  }

  /**
   * Writes a view into a file to be handed on.
   *
   * @throws IOException if the file cannot be written
   */
  public static void writeView(Path file, CustomerListSettings.View view) throws IOException {
    write(file, JSON.writeValueAsBytes(view));
  }

  /**
   * Reads a view that was handed on.
   *
   * @throws IOException if the file cannot be read, or is no view
   */
  public static CustomerListSettings.View readView(Path file) throws IOException {
    if (Files.size(file) > LARGEST_VIEW) {
      throw new IOException("Too large for a view");
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), CustomerListSettings.View.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("No view", e);
    }
  }

  /** Told the new settings record after each change. */
  public Listeners<Object> changes() {
    return changes;
  }

  private synchronized <T> T get(Class<T> type, T otherwise) {
    Object value = values.computeIfAbsent(type, t -> load(type, otherwise));
    return type.cast(value);
  }

  private synchronized <T> void change(Class<T> type, T value) {
    if (value.equals(values.put(type, value))) {
      return;
    }
    try {
      write(file(type), JSON.writeValueAsBytes(value));
    } catch (IOException | JacksonException e) {
      LOG.error("Settings could not be saved to {}", file(type), e);
    }
    changes.tell(value);
  }

  private Path file(Class<?> type) {
    String name = type.getSimpleName().replace("Settings", "");
    return folder.resolve(Character.toLowerCase(name.charAt(0)) + name.substring(1) + ".json");
  }

  private <T> T load(Class<T> type, T otherwise) {
    Path file = file(type);
    if (!Files.exists(file)) {
      return otherwise;
    }
    try {
      return merged(type, otherwise, file);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      LOG.warn("Settings file {} cannot be read, the default is used", file, e);
      setAside(file);
      return otherwise;
    }
  }

  /** Components that a file of an older version lacks take their default. */
  private static <T> T merged(Class<T> type, T otherwise, Path file) throws IOException {
    ObjectNode tree = JSON.valueToTree(otherwise);
    var read = JSON.readTree(Files.readString(file));
    read.properties().forEach(e -> tree.set(e.getKey(), e.getValue()));
    return JSON.treeToValue(tree, type);
  }

  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".broken"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} could not be set aside", file, e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
