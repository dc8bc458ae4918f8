package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The child process that parses a stranger's file. It is told the file on its standard input and
 * writes frames to its standard output; it opens no database and no connection, and dies with the
 * pipe.
 */
final class SheetChild {
  private SheetChild() {}

  /** Reads one order, answers it, ends. */
  public static void main(String[] arguments) throws IOException {
    FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    DataInputStream order = new DataInputStream(new BufferedInputStream(System.in));
    Path file = Path.of(RowFrames.readText(order));
    SheetKind kind = SheetKind.valueOf(RowFrames.readText(order));
    String sheet = order.readBoolean() ? RowFrames.readText(order) : null;
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(pipe, 256 * 1024))) {
      try {
        SheetParser.of(kind).parse(file, kind, sheet, new Frames(out));
        out.writeByte(RowFrames.END);
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        problem(out, Refusal.of(e, SheetFile.name(file)));
      }
    }
  }

  private static void problem(DataOutputStream out, ProblemException problem) throws IOException {
    out.writeByte(RowFrames.PROBLEM);
    RowFrames.writeText(out, problem.key());
    List<Object> arguments = problem.arguments();
    out.writeByte(arguments.size());
    for (Object argument : arguments) {
      out.writeBoolean(argument instanceof Number);
      RowFrames.writeText(out, argument.toString());
    }
    Throwable cause = problem.getCause();
    byte[] detail = String.valueOf(cause).getBytes(StandardCharsets.UTF_8);
    out.writeInt(Math.min(detail.length, 2000));
    out.write(detail, 0, Math.min(detail.length, 2000));
  }

  /** Writes what the parser finds. */
  private record Frames(DataOutputStream out) implements SheetParser.Sink {
    @Override
    public void sheet(SheetInfo sheet) throws IOException {
      out.writeByte(RowFrames.SHEET);
      RowFrames.writeText(out, sheet.name());
      out.writeBoolean(sheet.hidden());
    }

    @Override
    public void row(SheetRow row) throws IOException {
      RowFrames.writeRow(out, row);
    }
  }
}
