package app.ringbook.testkit;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.StoredCall;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down what a line tells. Safe for any thread. */
public final class HeardCalls implements CallListener {
  private final List<String> log = new ArrayList<>();
  private final List<Call> began = new ArrayList<>();
  private final List<Call> identified = new ArrayList<>();
  private final List<Call> answered = new ArrayList<>();
  private final List<Call> ended = new ArrayList<>();
  private final List<Call> corrected = new ArrayList<>();
  private final List<StoredCall> stored = new ArrayList<>();
  private final List<Runnable> confirmations = new ArrayList<>();
  private final List<LinkStatus> statuses = new ArrayList<>();
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private long lostSamples;
  private int gaps;

  @Override
  public synchronized void linkChanged(LinkStatus status) {
    statuses.add(status);
    log.add("link " + status.state());
  }

  @Override
  public synchronized void ringing(Call call) {
    began.add(call);
    log.add("began " + call.direction() + " " + call.number());
  }

  @Override
  public synchronized void identified(Call call) {
    identified.add(call);
    log.add("identified " + call.number());
  }

  @Override
  public synchronized void answered(Call call) {
    answered.add(call);
    log.add("answered");
  }

  /** Writes sound where it belongs, gaps as silence: what a recording would hold. */
  @Override
  public synchronized void audio(Call call, AudioBlock block) {
    sound.writeBytes(block.data());
    log.add("audio");
  }

  @Override
  public synchronized void audioGap(Call call, long firstSample, long count) {
    gaps++;
    lostSamples += count;
    byte[] silence = new byte[(int) count];
    Arrays.fill(silence, (byte) 0xD5);
    sound.writeBytes(silence);
    log.add("gap " + firstSample + " " + count);
  }

  @Override
  public synchronized void ended(Call call) {
    ended.add(call);
    log.add("ended " + call.outcome());
  }

  @Override
  public synchronized void corrected(Call call) {
    corrected.add(call);
    log.add("corrected " + call.outcome());
  }

  @Override
  public synchronized void stored(StoredCall call, Runnable confirm) {
    stored.add(call);
    confirmations.add(confirm);
    log.add("stored " + call.call().number());
  }

  /** Everything in order, one line each, without sound. */
  public synchronized List<String> log() {
    return log.stream().filter(line -> !line.equals("audio")).toList();
  }

  /** Calls as they began. */
  public synchronized List<Call> began() {
    return List.copyOf(began);
  }

  /** Calls as more became known. */
  public synchronized List<Call> identified() {
    return List.copyOf(identified);
  }

  /** Calls as they were answered. */
  public synchronized List<Call> answered() {
    return List.copyOf(answered);
  }

  /** Calls as they ended. */
  public synchronized List<Call> ended() {
    return List.copyOf(ended);
  }

  /** Calls put right after their end. */
  public synchronized List<Call> corrected() {
    return List.copyOf(corrected);
  }

  /** Calls of the kit's memory. */
  public synchronized List<StoredCall> stored() {
    return List.copyOf(stored);
  }

  /** Says of every stored call that it is saved. */
  public void confirmStored() {
    List<Runnable> all;
    synchronized (this) {
      all = List.copyOf(confirmations);
      confirmations.clear();
    }
    all.forEach(Runnable::run);
  }

  /** Every link status. */
  public synchronized List<LinkStatus> statuses() {
    return List.copyOf(statuses);
  }

  /** The newest link status's state, null if there is none. */
  public synchronized LinkStatus.State state() {
    return statuses.isEmpty() ? LinkStatus.State.CLOSED : statuses.getLast().state();
  }

  /** The sound as a recording would hold it. */
  public synchronized byte[] sound() {
    return sound.toByteArray();
  }

  /** Samples told as lost. */
  public synchronized long lostSamples() {
    return lostSamples;
  }

  /** Gaps told, seams included. */
  public synchronized int gaps() {
    return gaps;
  }
}
