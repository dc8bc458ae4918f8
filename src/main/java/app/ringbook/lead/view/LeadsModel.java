package app.ringbook.lead.view;

import app.ringbook.customer.catalogue.Completeness;
import app.ringbook.customer.view.Problems;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadEntry;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.Leads;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/**
 * The list of leads, read a page at a time, and what is done with them. Used on the window's
 * thread.
 */
public final class LeadsModel {
  private static final int PAGE = 100;
  private final Leads leads;
  private final LongConsumer undo;
  private final Background background;
  private final Executor front;
  private final ObservableList<Lead> rows = FXCollections.observableArrayList();
  private final ObservableList<String> owners = FXCollections.observableArrayList();
  private final ObjectProperty<LeadFilter> filter =
      new SimpleObjectProperty<>(LeadFilter.of(Lead.State.NEW));
  private final ReadOnlyObjectWrapper<Leads.@Nullable Counts> counts =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<Map<String, Long>> sources =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.LOADING);
  private Subscription following = () -> {};
  private Changed changed = (key, subject, sequence) -> {};
  private Consumer<ProblemException> failed = problem -> {};
  private Background.@Nullable Job<Sums> counting;
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
    /** There is none that fits the filters. */
    NOTHING_FOUND,
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
     * @param subject what it was done to
     * @param sequence journal entry by which it can be undone
     */
    void told(String key, String subject, long sequence);
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
    filter.addListener((o, was, now) -> reload(PAGE));
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

  private record Sums(Leads.Counts counts, Map<String, Long> sources, List<String> owners) {}

  /** The leads first: counting all of them takes longer. */
  private void reload(int limit) {
    int mine = ++question;
    if (counting != null) {
      counting.cancel();
    }
    LeadFilter of = filter.get();
    background
        .run(progress -> leads.page(of, null, limit))
        .orElse(
            e -> {
              if (mine == question) {
                shown.set(Shown.FAILED);
              }
            })
        .then(
            page -> {
              if (mine == question) {
                rows.setAll(page);
                more = page.size() == limit;
                shown.set(
                    !rows.isEmpty() ? Shown.LEADS : of.wide() ? Shown.EMPTY : Shown.NOTHING_FOUND);
                count(mine, of);
              }
            });
  }

  private void count(int asked, LeadFilter of) {
    counting =
        background
            .run(
                progress ->
                    new Sums(
                        leads.counts(of, progress), leads.sources(of, progress), leads.owners()))
            .then(
                sums -> {
                  if (asked == question) {
                    counts.set(sums.counts);
                    sources.set(sums.sources);
                    owners.setAll(sums.owners);
                  }
                });
  }

  /** Another day began: other leads are due, and days are named otherwise. */
  public void dayTurned() {
    if (shown.get() != Shown.LOADING) {
      reload(Math.max(PAGE, rows.size()));
    }
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
    LeadFilter of = filter.get();
    Lead last = rows.getLast();
    background
        .run(progress -> leads.page(of, last, PAGE))
        .orElse(this::problem)
        .then(
            page -> {
              if (mine == question) {
                rows.addAll(page);
                more = page.size() == PAGE;
              }
            });
  }

  /** Reads one lead, told on the window's thread; nothing if it is gone. */
  public void find(long id, Consumer<Lead> then) {
    background
        .run(progress -> leads.byId(id))
        .orElse(this::problem)
        .then(found -> found.ifPresent(then));
  }

  /** What happened to a lead, told on the window's thread, the newest first. */
  public void history(Lead lead, Consumer<List<LeadEntry>> then) {
    background
        .run(progress -> leads.history(lead.id()).reversed())
        .orElse(this::problem)
        .then(then);
  }

  /**
   * Keeps what a person wrote down of a lead.
   *
   * @param read the lead as it was read, or null for a new one
   * @param done called when it is durable
   * @param refused told why it is not
   */
  public void save(
      @Nullable Lead read, NewLead now, Runnable done, Consumer<ProblemException> refused) {
    String key = read == null ? "lead.done.kept" : "lead.done.edited";
    background
        .run(progress -> read == null ? leads.keep(now) : leads.edit(read, now))
        .orElse(e -> refused.accept(Problems.known(e, "lead.problem.stale")))
        .then(
            saved -> {
              done.run();
              changed.told(key, saved.value().title(), saved.sequence());
            });
  }

  /** Says who is to look after some leads; null for nobody. */
  public void assign(List<Lead> some, @Nullable String owner) {
    List<Long> ids = some.stream().filter(Lead::open).map(Lead::id).toList();
    if (ids.isEmpty()) {
      return;
    }
    background
        .run(progress -> leads.assign(ids, owner))
        .orElse(this::problem)
        .then(
            done ->
                changed.told(
                    owner == null ? "lead.done.unassigned" : "lead.done.assigned",
                    owner == null ? "" : owner,
                    done.sequence()));
  }

  /**
   * Says when some leads are contacted next; those that are customers are left out.
   *
   * @param at the moment, or null for none
   * @param when the moment in words
   */
  public void nextContact(List<Lead> some, @Nullable Instant at, String when) {
    List<Lead> open = some.stream().filter(lead -> lead.state() != Lead.State.CONVERTED).toList();
    if (open.isEmpty()) {
      return;
    }
    String title = open.getFirst().title();
    background
        .run(progress -> leads.nextContact(open.stream().map(Lead::id).toList(), at, title))
        .orElse(this::problem)
        .then(
            done ->
                changed.told(
                    at == null ? "lead.done.no_next_contact" : "lead.done.next_contact",
                    at == null ? title : when,
                    done.sequence()));
  }

  /** Puts leads into the trash. */
  public void delete(List<Lead> some) {
    if (some.isEmpty()) {
      return;
    }
    List<Long> ids = some.stream().map(Lead::id).toList();
    String subject = some.getFirst().title();
    background
        .run(progress -> leads.delete(ids, subject))
        .orElse(this::problem)
        .then(
            done ->
                changed.told(
                    done.value() == 1 ? "lead.done.deleted" : "lead.done.deleted_many",
                    done.value() == 1 ? subject : Integer.toString(done.value()),
                    done.sequence()));
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

  /**
   * Makes a customer of it.
   *
   * @param reason why it is another customer than its twins, or null if nobody was asked
   * @param done called when it is durable
   * @param refused told why it is not
   */
  public void convert(
      Lead lead,
      String person,
      String company,
      @Nullable String reason,
      Runnable done,
      Consumer<ProblemException> refused) {
    background
        .run(progress -> leads.convert(lead.id(), person, company, reason))
        .orElse(e -> refused.accept(Problems.known(e, "lead.problem.failed")))
        .then(
            saved -> {
              done.run();
              changed.told("lead.done.converted", saved.value().title(), saved.sequence());
            });
  }

  /** How much would be known of the customer that is made of it. */
  Completeness completeness(Lead lead, String person, String company) {
    return Leads.completeness(lead, person, company);
  }

  /** Gives it to a customer there is. */
  public void link(Lead lead, long customerId, @Nullable Long contactId) {
    change("lead.done.linked", () -> leads.link(lead.id(), customerId, contactId));
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
        .then(done -> changed.told(key, done.value().title(), done.sequence()));
  }

  private void problem(Throwable failure) {
    failed.accept(Problems.known(failure, "lead.problem.failed"));
  }

  /** The leads, the newest first. */
  public ObservableList<Lead> rows() {
    return rows;
  }

  /** Those who look after leads. */
  public ObservableList<String> owners() {
    return owners;
  }

  /** Which leads are shown. */
  public ObjectProperty<LeadFilter> filterProperty() {
    return filter;
  }

  /** Numbers beside the tabs; null before they are read. */
  public ReadOnlyObjectProperty<Leads.@Nullable Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** How many of the leads each source brought, the largest first. */
  public ReadOnlyObjectProperty<Map<String, Long>> sourcesProperty() {
    return sources.getReadOnlyProperty();
  }

  /** What the list has to show. */
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
