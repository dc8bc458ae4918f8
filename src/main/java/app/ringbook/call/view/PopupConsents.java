package app.ringbook.call.view;

import app.ringbook.call.CallCard.Recording;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.platform.Background;
import app.ringbook.telephony.CallState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Answers to being recorded, stored one after the other for each call, so that the last one given
 * is the one that counts. Used on the window's thread.
 */
final class PopupConsents {
  private static final String REFUSED_BEFORE = "call.recording.refused_before";
  private final PopupHouse house;
  private final Background background;
  private final Set<String> storing = new HashSet<>();
  private final Map<String, Consent> next = new HashMap<>();

  PopupConsents(PopupHouse house, Background background) {
    this.house = house;
    this.background = background;
  }

  /** Shows what was answered in this call before, for example before the program was restarted. */
  void load(PopupCall call) {
    background
        .run(
            progress -> {
              progress.giveWay();
              return java.util.Optional.ofNullable(house.consent(call.key()));
            })
        .then(
            before -> {
              if (call.consentProperty().get() == null) {
                before.ifPresent(call.consentProperty()::set);
              }
            });
  }

  /** True if the answer of whoever is or was on the line belongs into the pop-up now. */
  boolean wanted(PopupCall call) {
    boolean answered = call.consentProperty().get() != null;
    return switch (call.cardProperty().get().call().state()) {
      case RINGING, DIALLING -> false;
      case TALKING, ENDED ->
          switch (call.cardProperty().get().recording().state()) {
            case WHEN_LIFTED, WHEN_ASKED -> answered || (!call.over() && asks(call));
            case RUNNING, PAUSED, DONE -> answered || house.asksConsent();
            case OFF -> answered;
          };
    };
  }

  /** Whoever refused last time is asked, whatever the settings say of others. */
  private boolean asks(PopupCall call) {
    return house.asksConsent()
        || REFUSED_BEFORE.equals(call.cardProperty().get().recording().reasonKey());
  }

  /** True if a recording is kept that the other end does not agree to. */
  boolean unwelcome(PopupCall call) {
    return call.over()
        && call.cardProperty().get().recording().state() == Recording.State.DONE
        && RecordingCares.refuses(call.consentProperty().get())
        && !call.recordingErasedProperty().get();
  }

  /** Erases the recording of a call that is over. */
  void erase(PopupCall call) {
    background
        .run(
            progress -> {
              house.eraseRecording(call.key());
              return true;
            })
        .orElse(failure -> CallPopupModel.failed(call, failure))
        .then(call.recordingErasedProperty()::set);
  }

  /**
   * Stores an answer, which is shown once it is durable; nobody answers before the handset is
   * lifted.
   */
  void answer(PopupCall call, Consent consent) {
    CallState state = call.cardProperty().get().call().state();
    if (state != CallState.TALKING && state != CallState.ENDED) {
      return;
    }
    if (!storing.add(call.key())) {
      next.put(call.key(), consent);
      return;
    }
    boolean over = call.over();
    boolean starts = consent == Consent.GIVEN && waitsForWord(call);
    background
        .run(
            progress -> {
              store(call.key(), consent, over, starts);
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

  /** Where each call is asked about, the answer is the word the recording waits for. */
  private static boolean waitsForWord(PopupCall call) {
    return call.cardProperty().get().call().state() == CallState.TALKING
        && call.cardProperty().get().recording().state() == Recording.State.WHEN_ASKED;
  }

  private void store(String callKey, Consent consent, boolean over, boolean starts) {
    if (over) {
      house.consentAfterwards(callKey, consent);
    } else {
      house.consent(callKey, consent);
    }
    if (starts) {
      house.record(callKey, true);
    }
  }

  private void stored(PopupCall call) {
    storing.remove(call.key());
    Consent waiting = next.remove(call.key());
    if (waiting != null) {
      answer(call, waiting);
    }
  }
}
