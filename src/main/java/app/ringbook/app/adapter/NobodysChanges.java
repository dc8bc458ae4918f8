package app.ringbook.app.adapter;

import java.util.Set;

/** What the program writes by itself and nobody takes back: the line's log, drafts, rules. */
public final class NobodysChanges {
  /** Keys of these actions. */
  public static final Set<String> ACTIONS =
      Set.of(
          "call.change.recorded",
          "call.change.drafted",
          "call.change.consent",
          "call.change.erased",
          "call.change.sealed",
          "customer.change.life_cycle_swept",
          "customer.change.pool_swept",
          "store.change.emptied",
          "spreadsheet.change.begin",
          "spreadsheet.change.exported",
          "spreadsheet.change.forgotten");

  private NobodysChanges() {}
}
