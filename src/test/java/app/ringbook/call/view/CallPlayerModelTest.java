package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallPlayerModelTest {
  private final Background background = new Background(Runnable::run);
  private final CallPlayerModel model = new CallPlayerModel(background);

  @AfterEach
  void close() {
    background.close();
  }

  private FakeSound loaded(int channels) {
    FakeSound sound = new FakeSound(60_000, channels);
    model.load(() -> sound);
    await().until(() -> model.stateProperty().get() == CallPlayerModel.State.READY);
    return sound;
  }

  @Test
  void playsPausesAndStartsAnewAtTheEnd() {
    FakeSound sound = loaded(1);
    model.toggle();
    assertThat(model.playingProperty().get()).isTrue();
    sound.pass(70_000);
    model.tick();
    assertThat(model.playingProperty().get()).isFalse();
    assertThat(model.fraction()).isEqualTo(1);
    model.toggle();
    assertThat(model.positionProperty().get()).isZero();
    assertThat(model.playingProperty().get()).isTrue();
  }

  @Test
  void skipsTenSecondsWithinTheRecording() {
    loaded(1);
    model.forward();
    assertThat(model.positionProperty().get()).isEqualTo(10_000);
    model.back();
    model.back();
    assertThat(model.positionProperty().get()).isZero();
    model.seekTo(0.95);
    model.forward();
    assertThat(model.positionProperty().get()).isEqualTo(60_000);
  }

  @Test
  void speedGoesRoundAndStaysForTheNextRecording() {
    FakeSound first = loaded(1);
    model.nextSpeed();
    assertThat(first.speed).isEqualTo(1.25);
    FakeSound second = loaded(1);
    await().until(() -> second.speed == 1.25);
    assertThat(first.closed).isTrue();
    model.nextSpeed();
    model.nextSpeed();
    model.nextSpeed();
    assertThat(second.speed).isEqualTo(0.75);
  }

  @Test
  void talkShareIsOnlyToldOfTwoChannels() {
    loaded(1);
    assertThat(model.talkShares()).isEmpty();
    loaded(2);
    await().until(() -> model.talkShares().size() == 2);
    assertThat(model.talkShares().get(0) + model.talkShares().get(1)).isEqualTo(100);
  }

  @Test
  void aBrokenFileIsSaidAndAnotherOneOpens() {
    model.load(
        () -> {
          throw new IOException("bad");
        });
    await().until(() -> model.stateProperty().get() == CallPlayerModel.State.BROKEN);
    ProblemException problem = model.problemProperty().get();
    assertThat(problem == null ? "" : problem.key()).isEqualTo("call.player.damaged");
    loaded(1);
    assertThat(model.problemProperty().get()).isNull();
  }

  @Test
  void skippingSilenceStaysAndSilencedEndsComeBackWithTheNextRecording() {
    FakeSound first = loaded(2);
    model.skipSilenceProperty().set(true);
    model.mutedProperty(1).set(true);
    assertThat(first.skipping).isTrue();
    assertThat(first.muted).containsExactly(false, true);
    FakeSound second = loaded(2);
    await().until(() -> second.skipping);
    assertThat(second.muted).containsExactly(false, false);
    assertThat(model.mutedProperty(1).get()).isFalse();
  }

  @Test
  void aPlaceAskedForWhileTheFileOpensIsPlayedOnceItIsOpen() {
    FakeSound sound = new FakeSound(60_000, 1);
    model.load(() -> sound);
    model.playFrom(12_000);
    await().until(() -> model.playingProperty().get());
    assertThat(model.positionProperty().get()).isEqualTo(12_000);
  }
}
