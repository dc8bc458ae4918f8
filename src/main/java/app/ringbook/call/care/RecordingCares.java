package app.ringbook.call.care;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.platform.AppClock;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door to what was said and done about recordings: consent, legal hold. A call is known by its
 * key, so that consent can be noted while it goes on and has no row yet. Not for the window's
 * thread.
 */
public final class RecordingCares {
  static final String TABLE = "recording_care";
  private final Database database;
  private final AppClock clock;

  /** Reads and writes through this database. */
  public RecordingCares(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is known of a call's recording. */
  public Optional<RecordingCare> of(String callKey) {
    return Optional.ofNullable(database.read(CareMapper.class, m -> m.byKey(callKey)))
        .map(CareMapper.Stored::care);
  }

  /** True if the answer allows no recording. */
  public static boolean refuses(@Nullable Consent consent) {
    return consent == Consent.REFUSED || consent == Consent.WITHDRAWN;
  }

  /** What a customer answered last, in whatever call; null if there was no answer yet. */
  @Nullable Consent lastAnswer(long customerId) {
    String name = database.read(CareMapper.class, m -> m.lastAnswer(customerId));
    return name == null ? null : Consent.valueOf(name);
  }

  /**
   * Notes what the other end said of being recorded. Refusing or withdrawing erases nothing by
   * itself: {@link RecordingErasing#refused} does both.
   *
   * @param notice how they were told: name of a {@code RecordingSettings.Notice}, or null
   */
  public Database.Done<RecordingCare> consent(
      String callKey, Consent consent, @Nullable String notice) {
    return database.inTransaction(
        Change.of("call.change.consent", ""), tx -> consentIn(tx, callKey, consent, notice));
  }

  RecordingCare consentIn(
      Transaction tx, String callKey, Consent consent, @Nullable String notice) {
    return changeIn(
        tx,
        callKey,
        row ->
            row.set("consent", consent.name())
                .set("consent_at", clock.now())
                .set("notice", notice));
  }

  /** Says that a recording must be kept whatever the rules say, or takes that back. */
  public Database.Done<RecordingCare> hold(String callKey, boolean held) {
    return database.inTransaction(
        Change.of("call.change.held", ""),
        tx -> changeIn(tx, callKey, row -> row.set("legal_hold", held)));
  }

  RecordingCare erasedIn(Transaction tx, String callKey, Instant at, RecordingCare.Why why) {
    return changeIn(tx, callKey, row -> row.set("erased_at", at).set("erased_why", why.name()));
  }

  private static RecordingCare changeIn(
      Transaction tx, String callKey, Consumer<Row.Builder> columns) {
    CareMapper mapper = tx.mapper(CareMapper.class);
    CareMapper.Stored before = mapper.byKey(callKey);
    if (before == null) {
      Row.Builder fresh =
          Row.of(TABLE, tx.nextId(TABLE), 0)
              .set("call_key", callKey)
              .set("consent", null)
              .set("consent_at", null)
              .set("notice", null)
              .set("legal_hold", false)
              .set("erased_at", null)
              .set("erased_why", null);
      columns.accept(fresh);
      tx.insert(fresh.build());
    } else {
      Row.Builder row = Row.of(TABLE, before.id(), before.version());
      columns.accept(row);
      tx.update(row.build());
    }
    CareMapper.Stored after = mapper.byKey(callKey);
    if (after == null) {
      throw new IllegalStateException("The row just written is not there: " + callKey);
    }
    return after.care();
  }
}
