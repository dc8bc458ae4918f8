package app.ringbook.call.view;

import app.ringbook.call.care.RecordingRetention;
import app.ringbook.call.care.RecordingSealing;
import app.ringbook.platform.Background;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.recorder.vault.RecoveryCode;
import app.ringbook.telephony.recorder.vault.Vault;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How recordings are treated, as the settings show it. Every change is saved at once. Used on the
 * window's thread; what waits is done in the background.
 */
public final class RecordingCareModel {
  private final Settings settings;
  private final Vault vault;
  private final RecordingRetention retention;
  private final RecordingSealing sealing;
  private final Runnable unlocked;
  private final Background background;
  private final ReadOnlyObjectWrapper<RecordingSettings> values;
  private final ReadOnlyObjectWrapper<Keys> keys =
      new ReadOnlyObjectWrapper<>(new Keys(Vault.State.NONE, true, false, false, false));

  /**
   * The keys as they are.
   *
   * @param state whether the master key is at hand
   * @param strong false if only a file keeps it
   * @param refused true if the system has a key store that does not keep it
   * @param passphrase true if a passphrase opens the recordings, once a run
   * @param confirm true if old recordings wait for a word because the clock jumped
   */
  public record Keys(
      Vault.State state, boolean strong, boolean refused, boolean passphrase, boolean confirm) {}

  /**
   * Reads nothing but the settings before {@link #refresh}.
   *
   * @param unlocked run in the background once the recordings are open
   */
  public RecordingCareModel(
      Settings settings,
      Vault vault,
      RecordingRetention retention,
      RecordingSealing sealing,
      Runnable unlocked,
      Background background) {
    this.settings = settings;
    this.vault = vault;
    this.retention = retention;
    this.sealing = sealing;
    this.unlocked = unlocked;
    this.background = background;
    values = new ReadOnlyObjectWrapper<>(settings.recording());
  }

  /** The settings as they are saved. */
  public ReadOnlyObjectProperty<RecordingSettings> valuesProperty() {
    return values.getReadOnlyProperty();
  }

  /** The keys as they were when last looked at. */
  public ReadOnlyObjectProperty<Keys> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** Looks again. */
  public void refresh() {
    values.set(settings.recording());
    background
        .run(
            progress -> {
              Vault.State state = vault.state();
              boolean strong = state == Vault.State.NONE || vault.systemProtects();
              RecordingRetention.Plan plan = retention.plan(OptionalInt.empty());
              return new Keys(
                  state,
                  strong,
                  vault.systemRefuses(),
                  vault.hasPassphrase(),
                  plan.confirm() && plan.any());
            })
        .then(keys::set);
  }

  /** Saves a change. */
  public void change(UnaryOperator<RecordingSettings> function) {
    settings.changeRecording(function);
    values.set(settings.recording());
  }

  /** Adds a number that is never recorded; one that is there, or blank, changes nothing. */
  public void addNever(String number) {
    List<String> numbers = new ArrayList<>(settings.recording().neverNumbers());
    if (!number.isBlank() && !numbers.contains(number.strip())) {
      numbers.add(number.strip());
      change(s -> s.withNever(numbers));
    }
  }

  /** Takes a number off the list. */
  public void removeNever(String number) {
    change(s -> s.withNever(s.neverNumbers().stream().filter(n -> !n.equals(number)).toList()));
  }

  /** What keeping recordings so long would let go. */
  public Background.Job<RecordingRetention.Plan> plan(int months) {
    return background.run(progress -> retention.plan(OptionalInt.of(months)));
  }

  /** Keeps recordings so long, and lets go what is due. */
  public void keep(int months) {
    change(s -> s.withKeepMonths(months));
    letGo(false);
  }

  /** Lets go what is due; confirmed if a person said that the clock is right. */
  public void letGo(boolean confirmed) {
    background.run(progress -> retention.run(confirmed)).then(plan -> refresh());
  }

  /** Makes a recovery code, and the master key if there is none. */
  public Background.Job<RecoveryCode> code() {
    return background.run(progress -> vault.create());
  }

  /** Opens the recordings with a code; hears whether it was the right one. */
  public void unlock(RecoveryCode code, Consumer<Boolean> heard) {
    unlock(() -> vault.open(code), heard);
  }

  /** Opens the recordings with a passphrase; hears whether it was the right one. */
  public void unlock(String passphrase, Consumer<Boolean> heard) {
    unlock(() -> vault.open(composed(passphrase)), heard);
  }

  private void unlock(BooleanSupplier open, Consumer<Boolean> heard) {
    background
        .run(progress -> open.getAsBoolean())
        .then(
            right -> {
              refresh();
              heard.accept(right);
              if (right) {
                background
                    .run(
                        progress -> {
                          unlocked.run();
                          return true;
                        })
                    .then(done -> {});
              }
            });
  }

  /** From now on a passphrase is asked for once a run; the recordings must be open. */
  public Background.Job<Boolean> passphrase(String words) {
    return background.run(
        progress -> {
          vault.passphrase(composed(words));
          return true;
        });
  }

  /** No passphrase is asked for any more; the recordings must be open. */
  public Background.Job<Boolean> noPassphrase() {
    return background.run(
        progress -> {
          vault.noPassphrase();
          return true;
        });
  }

  /** Keyboards write the same accent as one character or as two. */
  private static String composed(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFC);
  }

  /** Turns encryption on or off, and makes the recordings there are so. */
  public Background.Job<RecordingSealing.Result> encrypt(boolean wanted) {
    change(s -> s.withEncrypt(wanted));
    return background.run(sealing::run);
  }
}
