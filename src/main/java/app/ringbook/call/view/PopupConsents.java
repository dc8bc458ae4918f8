package app.ringbook.call.view;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.platform.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Answers to being recorded, stored one after the other for each call, so that the last one given
 * is the one that counts. Used on the window's thread.
 */
final class PopupConsents {
  private final PopupHouse house;
  private final Background background;
  private final Set<String> storing = new HashSet<>();
  private final Map<String, Consent> next = new HashMap<>();

  PopupConsents(PopupHouse house, Background background) {
    this.house = house;
    this.background = background;
  }

  /** True if whoever is on the line is to be asked now. */
  boolean wanted(PopupCall call) {
    return switch (call.cardProperty().get().call().state()) {
      case RINGING, DIALLING, ENDED -> false;
      case TALKING ->
          switch (call.cardProperty().get().recording().state()) {
            case WHEN_LIFTED, WHEN_ASKED, RUNNING, PAUSED -> house.asksConsent();
            case OFF, DONE -> false;
          };
    };
  }

  /** Stores an answer; it is shown once it is durable. */
  void answer(PopupCall call, Consent consent) {
    if (!storing.add(call.key())) {
      next.put(call.key(), consent);
      return;
    }
    background
        .run(
            progress -> {
              house.consent(call.key(), consent);
              return consent;
            })
        .orElse(
            failure -> {
              CallPopupModel.failed(call, failure);
              stored(call);
            })
        .then(
            done -> {
              call.consentProperty().set(done);
              stored(call);
            });
  }

  private void stored(PopupCall call) {
    storing.remove(call.key());
    Consent waiting = next.remove(call.key());
    if (waiting != null) {
      answer(call, waiting);
    }
  }
}
