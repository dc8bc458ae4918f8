package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.NumberLabel;
import app.ringbook.customer.Match;
import app.ringbook.customer.MatchReason;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards of invented calls. */
final class Cards {
  /** Tuesday 16 June 2026, 15:00 in Shanghai. */
  static final Instant NOW = Instant.parse("2026-06-16T07:00:00Z");

  private Cards() {}

  static Call call(String key, int line, CallState state, @Nullable CallOutcome outcome) {
    return new Call(
        key,
        "x800:test",
        line,
        Direction.INCOMING,
        state,
        "+17135550148",
        Presentation.NUMBER,
        null,
        true,
        NOW,
        2,
        6_000,
        outcome == CallOutcome.ANSWERED ? 84_000 : 0,
        outcome,
        1);
  }

  static final PhoneNumber HOUSTON =
      new PhoneNumber("+17135550148", "+17135550148", "7135550148", "US", null);
  static final PhoneNumber SHANGHAI =
      new PhoneNumber("02155550187", "+862155550187", "2155550187", "CN", null);

  static CallCard.Customer maya(boolean chinese) {
    return new CallCard.Customer(
        7,
        chinese ? "苏州澄宇精密机械有限公司" : "Castellan Valve Co.",
        "A",
        70L,
        chinese ? "李薇" : "Maya Okafor",
        chinese ? "采购经理" : "Head of Procurement",
        NOW.minusSeconds(16_000),
        new TimelineEntry(
            1,
            1,
            7,
            70L,
            TimelineKind.CALL,
            NOW.minusSeconds(16_000),
            "",
            chinese ? "今天会问陈总，付款节点 3-6-1" : "Will ask Jonas today",
            "me",
            "line",
            null),
        NOW.plusSeconds(86_400 * 2),
        chinese ? "谈付款条件" : "Agree on 45 days",
        false,
        List.of(chinese ? "球阀" : "Ball valves", chinese ? "维保" : "Service plan"));
  }

  static Match.Candidate candidate(long id, String company, @Nullable String person, int rank) {
    return new Match.Candidate(
        id,
        company,
        person == null ? null : id * 10,
        person,
        person == null ? null : "Buyer",
        rank == 1 ? MatchReason.EXACT : MatchReason.SUFFIX,
        rank);
  }

  static CallCard known(Call call, boolean chinese) {
    CallCard.Customer customer = maya(chinese);
    return card(
        call,
        chinese ? SHANGHAI : HOUSTON,
        new Match.One(candidate(customer.id(), customer.name(), customer.contactName(), 1)),
        customer,
        CallCard.Earlier.NONE,
        null);
  }

  static CallCard unknown(Call call) {
    return new CallCard(
        call,
        SHANGHAI,
        new Match.None(),
        null,
        new CallCard.Likely(9, "沐禾体检", "021-5555-01"),
        new CallCard.Earlier(2, 2, 2, NOW.minusSeconds(900)),
        null,
        answered(call),
        recording(call),
        null,
        true);
  }

  static CallCard several(Call call) {
    return card(
        call,
        HOUSTON,
        new Match.Several(
            List.of(
                candidate(7, "Castellan Valve Co.", "Maya Okafor", 1),
                candidate(7, "Castellan Valve Co.", "Jonas Vermeer", 2),
                candidate(8, "Oakhurst Motors", null, 3))),
        null,
        CallCard.Earlier.NONE,
        null);
  }

  static CallCard card(
      Call call,
      PhoneNumber number,
      Match match,
      CallCard.@Nullable Customer customer,
      CallCard.Earlier earlier,
      @Nullable NumberLabel label) {
    return new CallCard(
        call,
        number,
        match,
        customer,
        null,
        earlier,
        label,
        answered(call),
        recording(call),
        null,
        true);
  }

  private static @Nullable Instant answered(Call call) {
    return call.state() == CallState.TALKING ? NOW.minusSeconds(84) : null;
  }

  private static CallCard.Recording recording(Call call) {
    return CallCard.Recording.of(
        switch (call.state()) {
          case RINGING, DIALLING -> CallCard.Recording.State.WHEN_LIFTED;
          case TALKING -> CallCard.Recording.State.RUNNING;
          case ENDED -> CallCard.Recording.State.DONE;
        });
  }

  static CallCard with(CallCard card, CallCard.Recording recording, @Nullable Instant kitLostAt) {
    return new CallCard(
        card.call(),
        card.number(),
        card.match(),
        card.customer(),
        card.likely(),
        card.earlier(),
        card.label(),
        card.answeredAt(),
        recording,
        kitLostAt,
        card.tellsHandset());
  }

  /** The same from a kit that only tells who calls. */
  static CallCard withoutHandset(CallCard card) {
    return new CallCard(
        card.call(),
        card.number(),
        card.match(),
        card.customer(),
        card.likely(),
        card.earlier(),
        card.label(),
        card.answeredAt(),
        CallCard.Recording.off("call.recording.kitCannot"),
        card.kitLostAt(),
        false);
  }

  /** The same call, said to be taken by a person. */
  static Call byHand(Call call) {
    return new Call(
        call.key(),
        call.kit(),
        call.line(),
        call.direction(),
        call.state(),
        call.number(),
        call.presentation(),
        call.callerName(),
        call.verified(),
        call.startedAt(),
        call.rings(),
        call.ringMillis(),
        call.talkMillis(),
        call.outcome(),
        call.numberNanos(),
        true);
  }
}
