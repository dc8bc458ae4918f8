package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.Background;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose call it is: picked from the candidates, searched for, or corrected. On the window's thread.
 */
final class PopupMatching {
  private final PopupHouse house;
  private final Background background;

  PopupMatching(PopupHouse house, Background background) {
    this.house = house;
    this.background = background;
  }

  /** Picks the candidate with this place in the ranking, 1 first; others are ignored. */
  void pick(PopupCall call, int rank) {
    call.cardProperty().get().match().candidates().stream()
        .filter(candidate -> candidate.rank() == rank)
        .findFirst()
        .ifPresent(found -> choose(call, found.customerId(), found.contactId()));
  }

  /** Says that the call is this customer's. */
  void choose(PopupCall call, long customerId, @Nullable Long contactId) {
    background
        .run(progress -> house.choose(call.key(), customerId, contactId))
        .orElse(e -> CallPopupModel.failed(call, e))
        .then(call::choose);
  }

  /** Shows the lead that has the number, where no customer has. */
  void lead(PopupCall call) {
    if (!call.cardProperty().get().match().candidates().isEmpty()
        || !call.cardProperty().get().number().dialable()) {
      return;
    }
    background
        .run(progress -> house.lead(call.cardProperty().get().number()))
        .orElse(e -> CallPopupModel.failed(call, e))
        .then(found -> found.ifPresent(call::known));
  }

  /** Searches for customers to link; an answer that comes too late is dropped. */
  void search(PopupCall call) {
    String text = call.stranger().searchProperty().get().strip();
    if (text.isEmpty()) {
      call.stranger().hits().clear();
      return;
    }
    background
        .run(progress -> house.find(text))
        .orElse(e -> CallPopupModel.failed(call, e))
        .then(found -> found(call, text, found));
  }

  private static void found(PopupCall call, String text, List<CustomerSearch.Hit> found) {
    if (text.equals(call.stranger().searchProperty().get().strip())) {
      call.stranger().hits().setAll(found);
    }
  }

  /** It is not who was matched: asks who it is, with the likely ones on top. */
  void change(PopupCall call) {
    CallCard.Customer wrong = call.customerProperty().get();
    call.unchoose();
    background
        .run(progress -> house.likely(call.cardProperty().get().number()))
        .orElse(e -> CallPopupModel.failed(call, e))
        .then(
            found ->
                call.stranger()
                    .likely()
                    .setAll(found.stream().filter(one -> !is(one, wrong)).toList()));
  }

  private static boolean is(Match.Candidate one, CallCard.@Nullable Customer other) {
    return other != null
        && one.customerId() == other.id()
        && Objects.equals(one.contactId(), other.contactId());
  }
}
