package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerRows;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.profile.Profile;
import app.ringbook.platform.Progress;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something with all checked customers: asks what, shows what would become of them, carries it
 * out in the background with progress and a way to stop, and offers to undo it as one.
 */
final class BulkActions {
  private final Surroundings around;
  private final ChecksModel checks;
  private final ListFields fields;
  private BiConsumer<List<Long>, Runnable> merging = (ids, done) -> {};
  private BiConsumer<long[], Runnable> handingOver = (ids, done) -> {};
  private Runnable exporting = () -> {};

  BulkActions(Surroundings around, ChecksModel checks, ListFields fields) {
    this.around = around;
    this.checks = checks;
    this.fields = fields;
  }

  /** Gives them to somebody. */
  void assign() {
    ask(BulkSheet.Kind.ASSIGN);
  }

  /** Adds tags. */
  void tag() {
    ask(BulkSheet.Kind.TAG);
  }

  /** Takes tags away. */
  void untag() {
    ask(BulkSheet.Kind.UNTAG);
  }

  /** Sets the next contact. */
  void nextContact() {
    ask(BulkSheet.Kind.NEXT_CONTACT);
  }

  /** Gives a field a value. */
  void edit() {
    ask(BulkSheet.Kind.EDIT);
  }

  /** What exports what the list shows. */
  void onExport(Runnable handler) {
    exporting = handler;
  }

  /** Exports them. */
  void export() {
    exporting.run();
  }

  /** Deletes them. */
  void delete() {
    ask(BulkSheet.Kind.DELETE);
  }

  /** What merges a few customers; told what to do once they are one. */
  void onMerge(BiConsumer<List<Long>, Runnable> handler) {
    merging = handler;
  }

  /** What hands chosen customers over to somebody; told what to do once it is done. */
  void onHandOver(BiConsumer<long[], Runnable> handler) {
    handingOver = handler;
  }

  /** Hands them over from one person to another. */
  void handOver() {
    handingOver.accept(checks.ids(), checks::clear);
  }

  /** Makes one customer of them. */
  void merge() {
    merging.accept(Arrays.stream(checks.ids()).boxed().toList(), checks::clear);
  }

  private void ask(BulkSheet.Kind kind) {
    long[] ids = checks.ids();
    if (ids.length > 0) {
      new BulkSheet(around, fields, kind, ids, this::run).showOn(around.dialogs());
    }
  }

  /** A field of many customers gets a value; null for none. */
  static BulkChange edited(Field<CustomerRecord> field, @Nullable Object value) {
    boolean ofRow = field.column() != null && field.column().table().equals(CustomerRows.CUSTOMER);
    return ofRow
        ? new BulkChange.Edit(
            customer -> {
              CustomerRecord record = alone(customer, Profile.empty(customer.id()));
              return Objects.equals(field.value(record), value)
                  ? customer
                  : field.with(record, value).customer();
            })
        : new BulkChange.EditProfile(
            profile -> {
              CustomerRecord record = alone(Customer.named("-").build(), profile);
              return Objects.equals(field.value(record), value)
                  ? profile
                  : field.with(record, value).profile();
            });
  }

  private static CustomerRecord alone(Customer customer, Profile profile) {
    return new CustomerRecord(customer, profile, List.of(), List.of());
  }

  private void run(long[] ids, BulkChange change, String subject) {
    Language language = around.language();
    AtomicBoolean stopped = new AtomicBoolean();
    Toasts.Shown shown =
        around
            .toasts()
            .show(
                Toast.progress(subject)
                    .with(language.now("customer.bulk.stop"), () -> stopped.set(true)));
    around
        .background()
        .run(progress -> around.book().bulk(ids, change, subject, until(progress, stopped)))
        .onProgress(
            (done, total) ->
                shown.progress(
                    total == 0 ? 0 : (double) done / total,
                    language.now("customer.bulk.progress", done, total)))
        .orElse(
            problem -> {
              shown.close();
              around.changes().report(problem);
            })
        .then(
            done -> {
              shown.close();
              done(done, subject);
            });
    checks.clear();
  }

  private static Progress until(Progress progress, AtomicBoolean stopped) {
    return new Progress() {
      @Override
      public void at(long done, long total) {
        progress.at(done, total);
      }

      @Override
      public boolean cancelled() {
        return stopped.get() || progress.cancelled();
      }
    };
  }

  private void done(BulkEdits.Done done, String subject) {
    Language language = around.language();
    String key = done.whole() ? "customer.bulk.done" : "customer.bulk.stopped";
    Toast toast = Toast.success(language.now(key, subject, done.changed()));
    around
        .toasts()
        .show(
            done.changed() == 0
                ? toast
                : toast.with(
                    language.now("customer.toast.undo"), () -> undo(done.group(), subject)));
  }

  private void undo(String group, String subject) {
    Language language = around.language();
    AtomicBoolean stopped = new AtomicBoolean();
    String title = language.now("customer.bulk.undoing", subject);
    Toasts.Shown shown =
        around
            .toasts()
            .show(
                Toast.progress(title)
                    .with(language.now("customer.bulk.stop"), () -> stopped.set(true)));
    around
        .background()
        .run(progress -> around.book().undoGroup(group, until(progress, stopped)))
        .onProgress(
            (done, total) ->
                shown.progress(
                    total == 0 ? 0 : (double) done / total,
                    language.now("customer.bulk.progress", done, total)))
        .ifCancelled(shown::close)
        .orElse(
            problem -> {
              shown.close();
              around.changes().report(problem);
            })
        .then(
            kept -> {
              shown.close();
              around
                  .toasts()
                  .show(
                      kept == 0
                          ? Toast.success(language.now("customer.toast.undone"))
                          : Toast.warning(language.now("customer.bulk.kept", kept)));
            });
  }
}
