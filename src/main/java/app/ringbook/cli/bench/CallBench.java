package app.ringbook.cli.bench;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.session.House;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From the last byte of a caller's record on the wire to the pixels of the caller's name: the
 * program's whole line in its real window (port, driver, link, desk, matcher, card, pop-up) beside
 * the same line with a rival's query in the place of desk and matcher. Bytes go through
 * pseudo-terminals; one call of ours, then one of one of the others. First while nothing else
 * happens, then while a workbook is imported. The very first call after the start is one of ours
 * and counts.
 */
final class CallBench {
  /** Calls on our line, at rest and again during the import; the others share as many. */
  static final int CALLS = 100;

  /** The kit that plays. */
  static final String DRIVER = "whozz";

  private static final int APART = 53;

  private final List<CallQuestion> questions;
  private final Rivals rivals;
  private final PseudoTerminal kit;
  private final Path folder;
  private int calls;

  /** A line and what it took. */
  private record Lane(String name, PseudoTerminal kit, Percentiles spread) {}

  /**
   * @param questions who calls; asked in this order by every line
   * @param kit plugged into the window
   * @param folder for the workbooks that are imported
   */
  CallBench(List<CallQuestion> questions, Rivals rivals, PseudoTerminal kit, Path folder) {
    this.questions = questions;
    this.rivals = rivals;
    this.kit = kit;
    this.folder = folder;
  }

  List<BenchResult> run(CallStage stage) throws IOException, InterruptedException {
    List<BenchResult> results = new ArrayList<>();
    List<AutoCloseable> open = new ArrayList<>();
    try {
      List<PseudoTerminal> kits = new ArrayList<>();
      for (RivalDatabase rival : rivals.all()) {
        PseudoTerminal other = new PseudoTerminal();
        open.add(other);
        open.add(link(stage, rival, other));
        kits.add(other);
      }
      results.addAll(round(stage, "at rest", kits));
      try (BenchImport running = new BenchImport(stage.house(), folder)) {
        running.awaitRows();
        results.addAll(round(stage, "during an import", kits));
        running.mustBeRunning();
      }
    } finally {
      for (AutoCloseable one : open.reversed()) {
        close(one);
      }
    }
    return results;
  }

  private List<BenchResult> round(CallStage stage, String when, List<PseudoTerminal> kits)
      throws IOException {
    Lane ours = new Lane("", kit, new Percentiles());
    List<Lane> lanes = new ArrayList<>(List.of(ours));
    for (int i = 0; i < kits.size(); i++) {
      lanes.add(new Lane(rivals.all().get(i).name(), kits.get(i), new Percentiles()));
    }
    for (int i = 0; i < CALLS; i++) {
      Lane other = lanes.get(1 + i % kits.size());
      ours.spread.add(call(stage, ours.kit, questions.get(calls % questions.size())));
      // Nobody calls twice on one line, nor on two lines one after the other.
      CallQuestion another = questions.get((calls + APART) % questions.size());
      other.spread.add(call(stage, other.kit, another));
      calls++;
    }
    List<BenchResult> results = new ArrayList<>();
    for (Lane other : lanes.subList(1, lanes.size())) {
      String name = "call to painted pop-up " + when + " against a line on " + other.name + ", ";
      results.add(result(name + "p50", .5, ours, other));
      results.add(result(name + "p95", .95, ours, other));
      results.add(result(name + "max", 1, ours, other));
    }
    return results;
  }

  private static BenchResult result(String name, double share, Lane ours, Lane other) {
    return BenchResult.of(name, ours.spread.millis(share), other.spread.millis(share), "ms");
  }

  private long call(CallStage stage, PseudoTerminal wire, CallQuestion question)
      throws IOException {
    int line = 1 + calls % 90;
    long[] sent = new long[1];
    CallStage.Seen seen =
        stage.call(
            () -> {
              wire.write(record(line, "S", question.digits()));
              sent[0] = stage.house().clock().nanoTime();
            },
            () -> wire.write(record(line, "E", question.digits())));
    if (seen.customerId() != question.customer().customerId()) {
      throw new IllegalStateException("Not the same answer for " + question.digits());
    }
    return seen.nanos() - sent[0];
  }

  private PhoneLink link(CallStage stage, RivalDatabase rival, PseudoTerminal wire)
      throws InterruptedException {
    House house = stage.house();
    PhoneLink link =
        new PhoneLink(
            new PhoneSettings.Kit(DRIVER, wire.path(), ""),
            Drivers.byName(DRIVER).orElseThrow(),
            new SerialPorts(),
            house.phonePolicy(),
            house.clock(),
            new RivalLine(rival, house.numbers(), stage.popup(), house.rightOfWay(), questions));
    link.start();
    while (link.status().state() != LinkStatus.State.READY) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return link;
  }

  /** A start or end record of a Whozz Calling? unit. */
  private static byte[] record(int line, String kind, String digits) {
    return String.format(
            Locale.ROOT, "%02d I %s 0000 G A1 09/26 10:24 AM %-14s Bench\r\n", line, kind, digits)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void close(AutoCloseable one) throws IOException {
    try {
      one.close();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
