package app.ringbook.spreadsheet.kind;

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
 * @param twin name of the record, stored or of an earlier row, it was taken for, or null
 * @param twinId key of the stored record it was taken for or looks like, or 0
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
    long twinId,
    int twinRow,
    boolean otherName,
    RowDraft.@Nullable Refusal refusal) {

  /** How a row was recognised. */
  public enum Why {
    /** It was not: it is new or refused. */
    NONE,
    /** By the key of the other system. */
    KEY,
    /** By the credit code. */
    CODE,
    /** By the registered name. */
    LEGAL,
    /** By a phone. */
    PHONE,
    /** By an e-mail address. */
    EMAIL,
    /** By its name. */
    NAME,
    /** By a name that is nearly the same. */
    SIMILAR
  }

  /** The same row with its twin named. */
  public RowResult withTwin(String name) {
    return new RowResult(
        index, number, this.name, outcome, why, name, twinId, twinRow, otherName, refusal);
  }

  /** The same row with the key of the stored record it was taken for or looks like. */
  public RowResult withTwinId(long id) {
    return new RowResult(index, number, name, outcome, why, twin, id, twinRow, otherName, refusal);
  }

  /** A row that cannot be imported. */
  public static RowResult refused(RowDraft draft) {
    return new RowResult(
        draft.index(),
        draft.number(),
        draft.name(),
        Outcome.REFUSED,
        Why.NONE,
        null,
        0,
        0,
        false,
        draft.refusal());
  }

  /** A row that is imported or left out. */
  public static RowResult of(
      RowDraft draft,
      Outcome outcome,
      Why why,
      @Nullable String twin,
      int twinRow,
      boolean otherName) {
    return new RowResult(
        draft.index(),
        draft.number(),
        draft.name(),
        outcome,
        why,
        twin,
        0,
        twinRow,
        otherName,
        null);
  }
}
