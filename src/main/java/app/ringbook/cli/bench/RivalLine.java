package app.ringbook.cli.bench;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallScreen;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.RightOfWay;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line that asks a rival who calls, in the place of desk, matcher and index, and hands the answer
 * to the same pop-up, with the same right of way. The names of the customers cost it nothing: they
 * are kept at hand.
 */
final class RivalLine implements CallListener {
  private final RivalDatabase rival;
  private final PhoneNumbers numbers;
  private final CallScreen popup;
  private final RightOfWay way;
  private final Map<Long, Match.Candidate> names;

  RivalLine(
      RivalDatabase rival,
      PhoneNumbers numbers,
      CallScreen popup,
      RightOfWay way,
      List<CallQuestion> questions) {
    this.way = way;
    this.rival = rival;
    this.numbers = numbers;
    this.popup = popup;
    this.names =
        questions.stream()
            .map(CallQuestion::customer)
            .collect(Collectors.toMap(Match.Candidate::customerId, c -> c, (a, b) -> a));
  }

  @Override
  public void ringing(Call call) {
    way.claim(call.key());
    popup.ringing(card(call));
  }

  @Override
  public void ended(Call call) {
    popup.ended(card(call));
  }

  private CallCard card(Call call) {
    PhoneNumber number = numbers.parse(Objects.requireNonNullElse(call.number(), ""));
    Set<Long> found;
    try {
      found = rival.ask(number.suffix8());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Match.Candidate caller = found.size() == 1 ? names.get(found.iterator().next()) : null;
    return new CallCard(
        call,
        number,
        caller == null ? new Match.None() : new Match.One(caller),
        null,
        null,
        CallCard.Earlier.NONE,
        null,
        null,
        CallCard.Recording.of(CallCard.Recording.State.WHEN_ASKED),
        null,
        true);
  }
}
