package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallRecord;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.marks.CallMark;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.telephony.Direction;
import app.ringbook.testkit.FakeClock;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.EntryRenderer;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallEntryUiTest extends CallFxTest {
  private final FakeCallsBook book = new FakeCallsBook();
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final Background background = new Background(Fx.executor());
  private final List<Long> opened = new ArrayList<>();

  @AfterEach
  void end() {
    background.close();
  }

  private CallEntryRenderer renderer() {
    return onFx(
        () ->
            new CallEntryRenderer(
                book,
                id -> id == 70 ? "Maya Okafor" : "",
                id -> () -> opened.add(id),
                new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")),
                background,
                language(),
                new Formats(language(), clock),
                new NoFiles(),
                new NoDialogs()));
  }

  private static TimelineEntry entry(String outcome, String more) {
    return new TimelineEntry(
        1,
        1,
        7,
        70L,
        TimelineKind.CALL,
        Cards.NOW.minusSeconds(15_480),
        "",
        "direction=INCOMING\noutcome="
            + outcome
            + "\nline=1\nnumber=+17135550148\nring=22000"
            + more,
        "me",
        "line",
        44L);
  }

  @Test
  void aRecordedCallIsPlayedInsideItsEntry() {
    book.calls.add(
        Records.answered(44, Cards.NOW.minusSeconds(15_480), Direction.INCOMING, Records.MAYA, 20));
    CallRecord call = book.calls.getFirst();
    book.mark(call, CallMark.Kind.PRICE, 9_000, "60-day terms");
    book.mark(call, CallMark.Kind.COMMENT, 17_000, "Ask Jonas");
    TimelineEntry talked =
        entry(
            "ANSWERED",
            """

            talk=378000
            recording=a.wav
            length=20000
            lost=0

            Will ask Jonas about 60 days.\
            """);
    CallEntryRenderer renderer = renderer();
    VBox box = onFx(() -> new VBox(renderer.render(talked)));
    fx(() -> box.setPadding(new Insets(24)));
    show(box, 760, 220);
    assertThat(user().texts())
        .contains("Incoming, Maya Okafor", "6:18", "Listen, 0:20", "Will ask Jonas about 60 days.");
    user().click("Listen, 0:20");
    await().until(() -> user().texts().contains("/ 0:20"));
    settle();
    snapshot("entry-en");
    assertThat(user().texts()).contains("0:17 Ask Jonas");
    settle();
    snapshot("entry-en");
    user().click("0:17 Ask Jonas");
    assertThat(book.opened.getFirst().positionMillis()).isEqualTo(12_000);
    dark(true);
    snapshot("entry-en-dark");
  }

  @Test
  void consentIsTakenBackInTheEntryOfTheCustomer() {
    book.calls.add(
        Records.answered(44, Cards.NOW.minusSeconds(15_480), Direction.INCOMING, Records.MAYA, 20));
    book.kept = new Kept(Consent.GIVEN, Cards.NOW, false, null);
    TimelineEntry talked = entry("ANSWERED", "\ntalk=20000\nrecording=a.wav\nlength=20000\nlost=0");
    CallEntryRenderer renderer = renderer();
    VBox box = onFx(() -> new VBox(renderer.render(talked)));
    show(box, 760, 220);
    snapshot("entry-consent-en");
    MenuButton menu = onFx(() -> (MenuButton) box.lookup(".consent-menu"));
    fx(menu::show);
    await().until(() -> onFx(() -> item(menu, "Agrees").isSelected()));
    fx(
        () -> {
          menu.hide();
          item(menu, "Took it back").fire();
        });
    await().until(() -> book.acts.contains("erase 44"));
    assertThat(book.acts).containsExactly("consent 44 WITHDRAWN", "erase 44");
  }

  private static RadioMenuItem item(MenuButton menu, String words) {
    return menu.getItems().stream()
        .map(RadioMenuItem.class::cast)
        .filter(item -> item.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMissedCallIsMarkedAndAMissingFileIsSaid() {
    CallEntryRenderer renderer = renderer();
    EntryRenderer.Mark mark = renderer.mark(entry("MISSED", "")).orElseThrow();
    assertThat(mark.look()).isEqualTo(EntryRenderer.Look.MISSED);
    speak(Texts.CHINESE);
    book.calls.add(Records.answered(44, Cards.NOW, Direction.INCOMING, Records.MAYA, 1));
    book.fileMissing = true;
    TimelineEntry gone = entry("ANSWERED", "\ntalk=1000\nrecording=a44.wav\nlength=1000\nlost=0");
    VBox box = onFx(() -> new VBox(renderer.render(entry("MISSED", "")), renderer.render(gone)));
    show(box, 620, 220);
    assertThat(user().texts()).contains("未接来电 Maya Okafor", "响铃 22 秒");
    user().click("收听 0:01");
    await().until(() -> user().texts().stream().anyMatch(t -> t.contains("a44.wav")));
    user().click("查找文件");
    await().until(() -> user().texts().contains("/ 0:01"));
  }
}
