package app.ringbook.spreadsheet;

import app.ringbook.spreadsheet.match.RowDraft;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row, and why.
 *
 * @param index place of the row among those of the sheet, from 0
 * @param number the number beside it in the spreadsheet
 * @param name the customer it is about; empty if it names none
 * @param outcome what becomes of it
 * @param why the reason: for refused rows, duplicates and matches
 * @param twin name of the stored customer it was taken for, or null
 * @param twinRow number of the earlier row it was taken for, or 0
 * @param otherName true if a phone made it a twin of a customer with another name
 * @param refusal details of a refusal, or null
 */
public record RowResult(
    int index,
    int number,
    String name,
    Outcome outcome,
    Why why,
    @Nullable String twin,
    int twinRow,
    boolean otherName,
    RowDraft.@Nullable Refusal refusal) {

  /** How a row was recognised. */
  public enum Why {
    /** It was not: it is new or refused. */
    NONE,
    /** By the key of the other system. */
    KEY,
    /** By a phone. */
    PHONE,
    /** By its name. */
    NAME
  }

  /** A row that cannot be imported. */
  static RowResult refused(RowDraft draft) {
    return new RowResult(
        draft.index(),
        draft.number(),
        draft.name(),
        Outcome.REFUSED,
        Why.NONE,
        null,
        0,
        false,
        draft.refusal());
  }

  /** A row that is imported or left out. */
  static RowResult of(
      RowDraft draft,
      Outcome outcome,
      Why why,
      @Nullable String twin,
      int twinRow,
      boolean otherName) {
    return new RowResult(
        draft.index(), draft.number(), draft.name(), outcome, why, twin, twinRow, otherName, null);
  }
}
