package app.ringbook.cli.phone;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calls}: the call log, newest first. */
@Command(name = "calls", description = "Shows the call log, newest first.")
public final class CallsCommand implements Callable<Integer> {
  private static final int PAGE = 500;
  private final Session session;

  @Option(names = "--customer", paramLabel = "ID")
  private @Nullable Long customer;

  @Option(names = "--missed")
  private boolean missed;

  /** Runs in this session. */
  public CallsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    CallFilter.Tab tab = missed ? CallFilter.Tab.MISSED_EVER : CallFilter.Tab.ALL;
    CallFilter filter = CallFilter.ALL.withTab(tab).withCustomer(customer);
    try (House house = session.open()) {
      CallRecords.Key before = null;
      List<CallRecord> page;
      do {
        page = house.calls().page(filter, before, PAGE);
        for (CallRecord call : page) {
          print(output, call);
          before = new CallRecords.Key(call.at(), call.id());
        }
      } while (page.size() == PAGE);
    }
    return Exit.DONE;
  }

  private static void print(Output output, CallRecord call) {
    if (output.json()) {
      Map<String, @Nullable Object> fields = CallLines.call(call);
      fields.put("at", call.at());
      fields.put("recording", call.recordingFile());
      fields.put("note", call.note());
      output.object(fields);
    } else {
      output.say(
          "cli.calls.line",
          call.at().toString(),
          output.texts().text("cli.outcome." + Output.word(call.outcome())),
          CallLines.person(call),
          call.numberRaw(),
          call.talkMillis() / 1000);
    }
  }
}
