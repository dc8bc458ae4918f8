package app.ringbook.spreadsheet.kind;

import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.store.Transaction;
import app.ringbook.store.keys.KeyLookup;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One pass over the rows of one file, block after block, which remembers the rows before. Rehearsal
 * and import use the same decisions: an import differs only in that its blocks are written.
 */
public interface KindPass {

  /** Reads by mappers: inside the block's transaction, or outside of any. */
  interface Reading {
    /** Asks a mapper. */
    <M, T> T read(Class<M> mapper, Function<M, T> query);

    /** Finds rows by their keys. */
    KeyLookup keys();

    /** Called between rows: waits while something urgent needs the machine. */
    void giveWay();
  }

  /** What one block comes to. */
  interface Block {
    /** One result a row, in order. */
    List<RowResult> results();

    /** Stores the block inside its transaction. */
    void write(Transaction transaction, ImportRun run, Instant now);
  }

  /** Decides about the rows of a block. */
  Block plan(List<RowDraft> drafts, Reading reading);

  /**
   * Learns the rows that an interrupted import has stored already, without deciding again.
   *
   * @param begun when that import began: what was made since is taken for its own
   */
  void replay(List<RowDraft> drafts, Reading reading, Instant begun);
}
