package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Facts of one customer being changed in a form. Only what was changed here is written, on top of
 * what stands there when it is saved; a fact that somebody else changed too is named first. Saving
 * runs off the window's thread, one at a time.
 */
final class FactsEdit {

  /** Facts that somebody else changed as well; saving once more keeps what was typed here. */
  static final class Overlap extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fact fact;
    private final String theirs;

    Overlap(Fact fact, String theirs) {
      super(fact + " was changed by somebody else");
      this.fact = fact;
      this.theirs = theirs;
    }

    Fact fact() {
      return fact;
    }

    String theirs() {
      return theirs;
    }
  }

  private final CustomerBook book;
  private Customer base;
  private final Map<Fact, String> typed = new EnumMap<>(Fact.class);
  private boolean doNotCall;

  FactsEdit(CustomerBook book, Customer base) {
    this.book = book;
    this.base = base;
    this.doNotCall = base.doNotCall();
  }

  /** A fact was typed. */
  void type(Fact fact, String value) {
    typed.put(fact, value.strip());
  }

  /** They asked not to be called, or not any more. */
  void doNotCall(boolean asked) {
    doNotCall = asked;
  }

  /**
   * Writes what was changed; returns its place in the journal, 0 if nothing was.
   *
   * @throws Overlap once for each fact that somebody else changed as well
   * @throws ProblemException if it cannot be kept
   */
  long save() {
    if ("".equals(typed.get(Fact.NAME))) {
      throw new ProblemException("customer.problem.name_empty");
    }
    Customer now =
        book.portrait(base.id())
            .map(Portrait::customer)
            .orElseThrow(() -> new ProblemException("customer.problem.gone"));
    List<Fact> mine =
        typed.keySet().stream().filter(f -> !f.of(base).equals(typed.get(f))).toList();
    for (Fact fact : mine) {
      String theirs = fact.of(now);
      if (!theirs.equals(fact.of(base)) && !theirs.equals(typed.get(fact))) {
        base = fact.into(base.change(), theirs).build();
        throw new Overlap(fact, theirs);
      }
    }
    if (mine.isEmpty() && doNotCall == base.doNotCall()) {
      return 0;
    }
    Customer.Builder changed = now.change();
    mine.forEach(fact -> fact.into(changed, typed.getOrDefault(fact, "")));
    if (doNotCall != base.doNotCall()) {
      changed.doNotCall(doNotCall);
    }
    return book.edit(changed.build());
  }
}
