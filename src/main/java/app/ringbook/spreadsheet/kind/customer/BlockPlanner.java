package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.Customer;
import app.ringbook.customer.twins.Twins;
import app.ringbook.spreadsheet.kind.Decision;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.Fills;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Decides which customer each row is about, and what it gets. */
final class BlockPlanner implements KindPass {
  private final ImportOptions options;
  private final BlockWriter writer;
  private final ProfileColumns.Pass profiles;
  private final AlikeCustomers alike;
  private final Twins twins;
  private final FileTwins file = new FileTwins();
  private final OneCompany companies;

  /** A new customer that is another one than a stored customer, as a person said. */
  record Apart(WorkingCustomer fresh, long other, String reason) {}

  /**
   * What one block comes to.
   *
   * @param pass where new customers are remembered
   * @param results one a row, in order
   * @param fresh customers to be stored
   * @param changed stored customers that get something
   * @param apart new customers that were said to be others than stored ones
   */
  record Block(
      BlockPlanner pass,
      List<RowResult> results,
      List<WorkingCustomer> fresh,
      Set<WorkingCustomer> changed,
      List<Apart> apart)
      implements KindPass.Block {

    @Override
    public void write(Transaction transaction, ImportRun run, Instant now) {
      List<Long> ids = pass.writer.write(transaction, this, run, now);
      Map<Long, WorkingCustomer> all = new LinkedHashMap<>();
      for (int i = 0; i < ids.size(); i++) {
        pass.stored(fresh.get(i), ids.get(i));
        all.put(ids.get(i), fresh.get(i));
      }
      pass.alike.stored(ids);
      for (Apart one : apart) {
        long id = ids.get(fresh.indexOf(one.fresh()));
        pass.twins.different(transaction, id, one.other(), one.reason());
      }
      changed.forEach(customer -> all.put(customer.customer().id(), customer));
      pass.profiles.write(transaction, all);
    }
  }

  BlockPlanner(
      ImportOptions options, BlockWriter writer, ProfileColumns.Pass profiles, Twins twins) {
    this.twins = twins;
    this.alike = new AlikeCustomers(twins.names(options.policy() == DuplicatePolicy.ASK));
    this.profiles = profiles;
    this.companies = new OneCompany(options, file);
    this.options = options;
    this.writer = writer;
  }

  /**
   * Ids of stored customers that earlier rows were about and these rows are about again, and of
   * those that the rows name by key.
   */
  private Set<Long> metBefore(List<RowDraft> good, List<RowKeys> keys) {
    Set<Long> ids = OwnCustomers.named(good);
    for (RowKeys one : keys) {
      FileTwins.Found found = file.find(one, options.phoneTwins());
      if (found.any() && file.customer(found.place()) != 0) {
        ids.add(file.customer(found.place()));
      }
    }
    return ids;
  }

  /** Decides about the rows of a block; stored customers are asked for once. */
  @Override
  public Block plan(List<RowDraft> drafts, Reading reading) {
    List<RowDraft> good = drafts.stream().filter(d -> d.refusal() == null).toList();
    List<RowKeys> keys = good.stream().map(RowKeys::of).toList();
    KnownCustomers known = known(good, keys, reading);
    profiles.load(good, known);
    Block block =
        new Block(
            this, new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    int next = 0;
    for (RowDraft draft : drafts) {
      reading.giveWay();
      if (draft.refusal() != null) {
        block.results().add(RowResult.refused(draft));
      } else {
        block.results().add(decide(draft, keys.get(next++), known, block));
      }
    }
    return block;
  }

  /** Notes that a new customer was stored. */
  private void stored(WorkingCustomer fresh, long id) {
    if (fresh.place() >= 0) {
      file.customerIs(fresh.place(), id);
    }
  }

  private KnownCustomers known(List<RowDraft> good, List<RowKeys> keys, Reading reading) {
    Set<Long> before = metBefore(good, keys);
    Map<String, List<Long>> similar = alike.of(keys, reading);
    before.addAll(AlikeCustomers.all(similar));
    KnownCustomers known =
        reading.read(
            KnownMapper.class,
            m -> KnownCustomers.load(m, reading.keys(), good, keys, before, reading::giveWay));
    known.alikeAre(similar);
    return known;
  }

  @Override
  public void replay(List<RowDraft> drafts, Reading reading, Instant begun) {
    List<RowDraft> good = drafts.stream().filter(d -> d.refusal() == null).toList();
    List<RowKeys> keys = good.stream().map(RowKeys::of).toList();
    KnownCustomers known = known(good, keys, reading);
    profiles.load(good, known);
    for (int i = 0; i < good.size(); i++) {
      reading.giveWay();
      RowKeys one = keys.get(i);
      if (companies.clash(good.get(i), one, known, id -> madeBefore(known.customer(id), begun))
          != null) {
        continue;
      }
      KnownCustomers.Found own = known.named(good.get(i), one);
      if (own != null && file.ofCustomer(own.customer().customer().id()) < 0) {
        Customer customer = own.customer().customer();
        file.add(one, good.get(i).number(), before(customer, begun), customer.id());
        continue;
      }
      FileTwins.Found found = file.find(one, options.phoneTwins());
      if (found.any()) {
        file.learn(found.place(), one);
        continue;
      }
      LongPredicate earlier = id -> madeBefore(known.customer(id), begun);
      KnownCustomers.Found asked = there(one, known, earlier);
      if (asked(asked) && left(good.get(i), asked)) {
        continue;
      }
      KnownCustomers.Found stored = became(good.get(i), one, known, earlier);
      if (stored == null) {
        file.add(one, good.get(i).number(), Outcome.NEW, 0);
      } else {
        Customer customer = stored.customer().customer();
        file.add(one, good.get(i).number(), before(customer, begun), customer.id());
      }
    }
  }

  /** The customer that was there before, and that a row was or looked like. */
  private KnownCustomers.@Nullable Found there(
      RowKeys keys, KnownCustomers known, LongPredicate earlier) {
    KnownCustomers.Found stored = known.find(keys, options.phoneTwins(), earlier);
    return stored == null && !keys.apart() ? known.alike(keys, earlier) : stored;
  }

  /** True if a row that a person was asked about was left out. */
  private boolean left(RowDraft draft, KnownCustomers.@Nullable Found stored) {
    Decision decision =
        stored == null ? null : options.decisions().of(draft.number(), stored.why());
    return decision == null || decision.choice() == Decision.Choice.SKIP;
  }

  /** The customer that a row of an interrupted import was stored in, or null. */
  private KnownCustomers.@Nullable Found became(
      RowDraft draft, RowKeys keys, KnownCustomers known, LongPredicate earlier) {
    KnownCustomers.Found stored = there(keys, known, earlier);
    if (!asked(stored)) {
      return known.find(keys, options.phoneTwins(), id -> true);
    }
    Decision decision =
        stored == null ? null : options.decisions().of(draft.number(), stored.why());
    boolean updated = decision != null && decision.choice() == Decision.Choice.UPDATE;
    return updated ? stored : known.find(keys, options.phoneTwins(), earlier.negate());
  }

  private static boolean madeBefore(@Nullable WorkingCustomer customer, Instant begun) {
    return customer != null && customer.customer().createdAt().isBefore(begun);
  }

  /** What an earlier row came to: it made the customer, or found one that was there before. */
  private static Outcome before(Customer customer, Instant begun) {
    return customer.createdAt().isBefore(begun) ? Outcome.UPDATED : Outcome.NEW;
  }

  private RowResult decide(RowDraft draft, RowKeys keys, KnownCustomers known, Block block) {
    RowDraft clash = companies.clash(draft, keys, known, this::notOfThisFile);
    if (clash != null) {
      return RowResult.refused(clash);
    }
    if (options.policy() == DuplicatePolicy.NEW) {
      return fresh(draft, keys, block);
    }
    KnownCustomers.Found own = known.named(draft, keys);
    if (own != null) {
      int place = file.ofCustomer(own.customer().customer().id());
      return place < 0
          ? first(draft, keys, own, block)
          : again(draft, keys, new FileTwins.Found(place, own.why()), known, block);
    }
    FileTwins.Found earlier = file.find(keys, options.phoneTwins());
    if (earlier.any()) {
      return again(draft, keys, earlier, known, block);
    }
    KnownCustomers.Found stored = known.find(keys, options.phoneTwins(), this::notOfThisFile);
    if (stored == null && !keys.apart()) {
      stored = known.alike(keys, this::notOfThisFile);
    }
    if (stored == null) {
      return fresh(draft, keys, block);
    }
    int place = file.ofCustomer(stored.customer().customer().id());
    if (asked(stored)) {
      return decided(draft, keys, stored, block);
    }
    if (stored.why() == RowResult.Why.SIMILAR) {
      fresh(draft, keys, block);
      return about(draft, Outcome.NEW, stored);
    }
    if (place >= 0) {
      return again(draft, keys, new FileTwins.Found(place, stored.why()), known, block);
    }
    return first(draft, keys, stored, block);
  }

  /** A key, or a credit code, is sure; about all else a person can be asked. */
  private boolean asked(KnownCustomers.@Nullable Found stored) {
    return options.policy() == DuplicatePolicy.ASK
        && stored != null
        && stored.why() != RowResult.Why.KEY
        && stored.why() != RowResult.Why.CODE;
  }

  /** What a person decided; a row that nobody decided about is left out. */
  private RowResult decided(
      RowDraft draft, RowKeys keys, KnownCustomers.Found stored, Block block) {
    WorkingCustomer customer = stored.customer();
    Decision decision = options.decisions().of(draft.number(), stored.why());
    if (decision != null && decision.choice() == Decision.Choice.UPDATE) {
      int place = file.ofCustomer(customer.customer().id());
      return place < 0
          ? first(draft, keys, stored, block)
          : about(draft, merged(draft, customer, options.filling().gently(), block), stored);
    }
    if (decision != null && decision.choice() == Decision.Choice.NEW) {
      fresh(draft, keys, block);
      String reason = Objects.requireNonNull(decision.reason());
      WorkingCustomer fresh = block.fresh().getLast();
      block.apart().add(new Apart(fresh, customer.customer().id(), reason));
      if (stored.why() == RowResult.Why.LEGAL) {
        fresh.said().put(ProfileColumns.DIFFERENT, reason);
      }
      return about(draft, Outcome.NEW, stored);
    }
    boolean more =
        !customer.keys().name().equals(keys.name())
            || customer.wouldTake(draft, Fills.EMPTY)
            || profiles.wouldTake(customer, draft, Fills.EMPTY);
    return about(draft, more ? Outcome.DUPLICATE : Outcome.SAME, stored);
  }

  private static RowResult about(RowDraft draft, Outcome outcome, KnownCustomers.Found stored) {
    Customer twin = stored.customer().customer();
    return RowResult.of(draft, outcome, stored.why(), twin.name(), 0, false).withTwinId(twin.id());
  }

  /** Customers that this import made are known as rows of the file, not as stored ones. */
  private boolean notOfThisFile(long customerId) {
    int place = file.ofCustomer(customerId);
    return place < 0 || file.outcome(place) != Outcome.NEW;
  }

  private RowResult fresh(RowDraft draft, RowKeys keys, Block block) {
    WorkingCustomer customer = WorkingCustomer.fresh(draft);
    profiles.take(customer, draft, Fills.EMPTY);
    customer.placeIs(file.add(keys, draft.number(), Outcome.NEW, 0));
    block.fresh().add(customer);
    return RowResult.of(draft, Outcome.NEW, RowResult.Why.NONE, null, 0, false);
  }

  /** The first row of the file about a stored customer. */
  private RowResult first(RowDraft draft, RowKeys keys, KnownCustomers.Found stored, Block block) {
    WorkingCustomer customer = stored.customer();
    String name = customer.customer().name();
    boolean otherName =
        stored.why() == RowResult.Why.PHONE && !customer.keys().name().equals(keys.name());
    Outcome outcome = merged(draft, customer, options.filling(), block);
    customer.placeIs(file.add(keys, draft.number(), outcome, customer.customer().id()));
    return RowResult.of(draft, outcome, stored.why(), name, 0, otherName)
        .withTwinId(customer.customer().id());
  }

  /** A later row about a customer: what it adds is kept, but it never overwrites the first. */
  private RowResult again(
      RowDraft draft, RowKeys keys, FileTwins.Found earlier, KnownCustomers known, Block block) {
    int place = earlier.place();
    Outcome before = file.outcome(place);
    WorkingCustomer customer = inHand(place, known, block);
    Outcome outcome = Outcome.DUPLICATE;
    if (customer != null && options.policy() != DuplicatePolicy.SKIP) {
      Outcome merged = merged(draft, customer, later(before), block);
      if (before == Outcome.SAME) {
        outcome = merged;
        file.outcomeIs(place, merged);
      }
    } else if (customer != null && before == Outcome.SAME) {
      outcome = merged(draft, customer, options.filling(), block);
    }
    boolean otherName = earlier.why() == RowResult.Why.PHONE && !file.sameName(place, keys);
    file.learn(place, keys);
    String twin = customer == null || !customer.isStored() ? null : customer.customer().name();
    int twinRow = outcome == Outcome.DUPLICATE ? file.row(place) : 0;
    return RowResult.of(draft, outcome, earlier.why(), twin, twinRow, otherName);
  }

  private @Nullable WorkingCustomer inHand(int place, KnownCustomers known, Block block) {
    long id = file.customer(place);
    if (id != 0) {
      return known.customer(id);
    }
    for (int i = block.fresh().size() - 1; i >= 0; i--) {
      if (block.fresh().get(i).place() == place) {
        return block.fresh().get(i);
      }
    }
    return null;
  }

  /** What a customer takes from later rows: everything it lacks, if the file itself made it. */
  private Fills later(Outcome before) {
    return before == Outcome.NEW ? Fills.EMPTY : options.filling().gently();
  }

  private Outcome merged(RowDraft draft, WorkingCustomer customer, Fills fills, Block block) {
    if (options.policy() == DuplicatePolicy.SKIP) {
      boolean more =
          customer.wouldTake(draft, Fills.EMPTY)
              || profiles.wouldTake(customer, draft, Fills.EMPTY);
      return more ? Outcome.DUPLICATE : Outcome.SAME;
    }
    boolean row = customer.take(draft, fills);
    boolean more = profiles.take(customer, draft, fills) || row;
    if (more && customer.isStored()) {
      block.changed().add(customer);
    }
    return more ? Outcome.UPDATED : Outcome.SAME;
  }
}
