package app.ringbook.faults;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The child of {@code kill9-blocks}: writes blocks of customers in one journal group, each block
 * one transaction that also moves the resume mark. Started again it goes on where the mark stands.
 * Arguments: folder, and {@code early} to cheat: it says a block is saved before it is.
 */
final class ImportWriter {
  static final int BLOCK = 1000;
  static final int BLOCKS = 40;

  private ImportWriter() {}

  /** Imports what is left, then ends. */
  public static void main(String[] arguments) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    boolean early = arguments.length > 1;
    say(out, "opening");
    try (Database database =
        Database.open(
            Database.Options.embedded(
                new AppFolders(Path.of(arguments[0])), AppClock.system(), () -> "Rep", () -> false),
            Progress.NONE)) {
      Change change = new Change("spreadsheet.change.imported", "File", "import-1");
      for (int block = (int) database.lastSequence(); block < BLOCKS; block++) {
        if (early) {
          say(out, "ack " + (block + 1));
        }
        int mark = block;
        database.write(change, tx -> block(tx, mark));
        if (!early) {
          say(out, "ack " + (block + 1));
        }
      }
    }
    say(out, "complete");
  }

  private static void block(Transaction tx, int block) {
    List<Row> rows = new ArrayList<>();
    long first = tx.nextIds("customer", BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      rows.add(customer(first + i, block * BLOCK + i));
    }
    tx.insertAll(rows);
    if (block == 0) {
      tx.insert(run(1).build());
    } else {
      tx.update(
          Row.of("import_run", 1, block).set("rows_done", (long) (block + 1) * BLOCK).build());
    }
  }

  private static Row customer(long id, int number) {
    Instant now = AppClock.system().now();
    String name = "Customer " + number + " 有限公司";
    return Row.of("customer", id, 0)
        .set("name", name)
        .set("name_key", name)
        .set("search_key", name)
        .set("external_key", String.valueOf(number))
        .set("do_not_call", false)
        .set("sample", false)
        .set("created_at", now)
        .set("updated_at", now)
        .build();
  }

  private static Row.Builder run(int blocks) {
    Row.Builder row =
        Row.of("import_run", 1, 0)
            .set("started_at", AppClock.system().now())
            .set("file_name", "f.xlsx")
            .set("file_sha256", "0")
            .set("target", "customers")
            .set("policy", "fill")
            .set("column_match", "{}")
            .set("state", "RUNNING")
            .set("rows_done", (long) blocks * BLOCK);
    for (String count : List.of("read", "new", "updated", "same", "duplicate", "refused")) {
      row.set("rows_" + count, 0L);
    }
    return row;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
