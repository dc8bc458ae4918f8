package app.ringbook.lead.view;

import app.ringbook.customer.view.Problems;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Database;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of leads in one state, read a page at a time. Used on the window's thread. */
public final class LeadsModel {
  private static final int PAGE = 100;
  private final Leads leads;
  private final LongConsumer undo;
  private final Background background;
  private final Executor front;
  private final ObservableList<Lead> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Lead.State> state = new SimpleObjectProperty<>(Lead.State.NEW);
  private final ReadOnlyObjectWrapper<Leads.@Nullable Counts> counts =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.LOADING);
  private Subscription following = () -> {};
  private Changed changed = (key, subject, sequence) -> {};
  private Consumer<ProblemException> failed = problem -> {};
  private int question;
  private boolean more;

  /** What the list has to show. */
  public enum Shown {
    /** Nothing was read yet. */
    LOADING,
    /** Leads. */
    LEADS,
    /** There is none in this state. */
    EMPTY,
    /** They could not be read. */
    FAILED
  }

  /** Hears of changes made here. */
  @FunctionalInterface
  public interface Changed {
    /**
     * A change is durable.
     *
     * @param key text key of the sentence that says so
     * @param lead what became of it
     * @param sequence journal entry by which it can be undone
     */
    void told(String key, Lead lead, long sequence);
  }

  /**
   * Reads nothing before {@link #shown}.
   *
   * @param undo takes the change of a journal entry back; called in the background
   * @param front the window's thread
   */
  public LeadsModel(Leads leads, LongConsumer undo, Background background, Executor front) {
    this.leads = leads;
    this.undo = undo;
    this.background = background;
    this.front = front;
    state.addListener((o, was, now) -> reload(PAGE));
  }

  /** Tells changes and failures to these. */
  public void tell(Changed whenChanged, Consumer<ProblemException> whenFailed) {
    changed = whenChanged;
    failed = whenFailed;
  }

  /** Reads the list and follows changes until {@link #hidden}. */
  public void shown() {
    following.close();
    following =
        leads.changes().add(ids -> front.execute(() -> reload(Math.max(PAGE, rows.size()))));
    reload(PAGE);
  }

  /** Follows no longer. */
  public void hidden() {
    following.close();
    following = () -> {};
  }

  private record Answer(List<Lead> page, Leads.Counts counts) {}

  private void reload(int limit) {
    int mine = ++question;
    Lead.State of = state.get();
    background
        .run(
            progress ->
                new Answer(
                    leads.page(LeadFilter.of(of), null, limit), leads.counts(LeadFilter.of(of))))
        .orElse(
            e -> {
              if (mine == question) {
                shown.set(Shown.FAILED);
              }
            })
        .then(
            answer -> {
              if (mine == question) {
                rows.setAll(answer.page);
                more = answer.page.size() == limit;
                counts.set(answer.counts);
                shown.set(rows.isEmpty() ? Shown.EMPTY : Shown.LEADS);
              }
            });
  }

  /** Tries again after a failure. */
  public void retry() {
    shown.set(Shown.LOADING);
    reload(PAGE);
  }

  /** The end of what is loaded comes into sight. */
  public void more() {
    if (!more || rows.isEmpty()) {
      return;
    }
    more = false;
    int mine = question;
    Lead last = rows.getLast();
    background
        .run(progress -> leads.page(LeadFilter.of(last.state()), last, PAGE))
        .orElse(this::problem)
        .then(
            page -> {
              if (mine == question) {
                rows.addAll(page);
                more = page.size() == PAGE;
              }
            });
  }

  /** Keeps a lead that a person wrote down. */
  public void keep(NewLead fresh) {
    change("lead.done.kept", () -> leads.keep(fresh));
  }

  /** Somebody talked with them. */
  public void contacted(Lead lead) {
    change("lead.done.contacted", () -> leads.contacted(lead.id()));
  }

  /** Nothing will come of it. */
  public void reject(Lead lead, String reason) {
    change("lead.done.rejected", () -> leads.reject(lead.id(), reason));
  }

  /** Takes it up again. */
  public void reopen(Lead lead) {
    change("lead.done.reopened", () -> leads.reopen(lead.id()));
  }

  /** Makes a customer of it. */
  public void convert(Lead lead, String person, String company) {
    change("lead.done.converted", () -> leads.convert(lead.id(), person, company));
  }

  /** Takes a change back. */
  public void undo(long sequence) {
    background
        .run(
            progress -> {
              undo.accept(sequence);
              return sequence;
            })
        .orElse(this::problem)
        .then(done -> {});
  }

  private void change(String key, Callable<Database.Done<Lead>> act) {
    background
        .run(progress -> act.call())
        .orElse(this::problem)
        .then(done -> changed.told(key, done.value(), done.sequence()));
  }

  private void problem(Throwable failure) {
    failed.accept(Problems.known(failure, "lead.problem.failed"));
  }

  /** The leads, the newest first. */
  public ObservableList<Lead> rows() {
    return rows;
  }

  /** Which leads are shown. */
  public ObjectProperty<Lead.State> stateProperty() {
    return state;
  }

  /** Numbers beside the tabs; null before they are read. */
  public ReadOnlyObjectProperty<Leads.@Nullable Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** What the list has to show. */
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
