package app.ringbook.call.view;

import app.ringbook.call.CallEntry;
import app.ringbook.call.results.CallResult;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.EntryRenderer;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.LongFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A call on the timeline: who called whom and for how long, the note, and the player, which opens
 * inside the entry when its play button is pressed.
 */
public final class CallEntryRenderer implements EntryRenderer {
  private final CallsBook book;
  private final LongFunction<String> contactName;
  private final LongFunction<Runnable> openCall;
  private final PhoneNumbers numbers;
  private final Background background;
  private final Language language;
  private final Formats formats;
  private final FileChoice files;
  private final Dialogs dialogs;
  private final Map<EntryPlayer, Boolean> players = new WeakHashMap<>();

  /**
   * @param book opens recordings, keeps marks
   * @param contactName name of a person by id, at once; empty if it is not known yet
   * @param openCall what shows a call, by its id, in the page of calls
   */
  public CallEntryRenderer(
      CallsBook book,
      LongFunction<String> contactName,
      LongFunction<Runnable> openCall,
      PhoneNumbers numbers,
      Background background,
      Language language,
      Formats formats,
      FileChoice files,
      Dialogs dialogs) {
    this.book = book;
    this.contactName = contactName;
    this.openCall = openCall;
    this.numbers = numbers;
    this.background = background;
    this.language = language;
    this.formats = formats;
    this.files = files;
    this.dialogs = dialogs;
  }

  @Override
  public TimelineKind kind() {
    return TimelineKind.CALL;
  }

  @Override
  public Optional<Mark> mark(TimelineEntry entry) {
    return CallEntry.read(entry.detail())
        .map(
            call ->
                missed(call)
                    ? new Mark(Feather.PHONE_MISSED, Look.MISSED)
                    : new Mark(
                        call.direction() == Direction.INCOMING
                            ? Feather.PHONE_INCOMING
                            : Feather.PHONE_OUTGOING,
                        Look.CALL));
  }

  @Override
  public Optional<String> words(TimelineEntry entry) {
    return CallEntry.read(entry.detail())
        .map(call -> language.now("timeline.latest.line", title(entry, call), length(call)));
  }

  @Override
  public Node render(TimelineEntry entry) {
    Optional<CallEntry> call = CallEntry.read(entry.detail());
    VBox body = new VBox();
    body.getStyleClass().addAll("entry", "call-entry");
    HBox line = new HBox();
    line.getStyleClass().add("call-line");
    line.setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(call.map(c -> title(entry, c)).orElse(entry.title()));
    title.getStyleClass().addAll("strong", "subject");
    title.setMinWidth(0);
    Label length = new Label(call.map(this::length).orElse(""));
    length.getStyleClass().add("muted");
    length.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label time = new Label(formats.time(entry.at()));
    time.getStyleClass().addAll("secondary", "time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    line.getChildren().setAll(title, length, space, time);
    body.getChildren().add(line);
    call.ifPresent(c -> addParts(body, line, entry, c));
    return body;
  }

  private void addParts(VBox body, HBox line, TimelineEntry entry, CallEntry call) {
    Long id = entry.ref();
    if (id != null && call.recordingFile() != null) {
      line.getChildren().add(2, listen(body, id, call));
    }
    if (id != null) {
      Button open =
          Icons.button(
              Feather.CORNER_UP_RIGHT, language.text("call.entry.open"), openCall.apply(id));
      open.getStyleClass().add("small");
      line.getChildren().add(line.getChildren().size() - 1, open);
    }
    if (id != null && call.recordingFile() != null) {
      line.getChildren().add(line.getChildren().size() - 1, consent(body, id));
    }
    String note = call.note();
    if (note != null && !note.isBlank()) {
      Label text = new Label(note);
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      text.getStyleClass().add("call-note");
      body.getChildren().add(text);
    }
  }

  private ConsentMenu consent(VBox body, long id) {
    return new ConsentMenu(
        id, book, background, dialogs, language, failure -> body.getChildren().add(wrong(failure)));
  }

  private Label wrong(Throwable failure) {
    Label wrong =
        new Label(
            failure instanceof ProblemException known
                ? known.sentence(language.texts())
                : language.now("call.page.failed"));
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    wrong.getStyleClass().addAll("secondary", "danger-text");
    return wrong;
  }

  /** The player is made when it is first wanted: a long timeline opens no files. */
  private LinkButton listen(VBox body, long id, CallEntry call) {
    LinkButton[] link = new LinkButton[1];
    LinkButton made =
        new LinkButton(
            language.text("call.entry.listen", formats.clock(call.recordingMillis())),
            () -> {
              link[0].setVisible(false);
              link[0].setManaged(false);
              body.getChildren().add(1, player(id));
            });
    link[0] = made;
    made.setGraphic(Icons.of(Feather.PLAY_CIRCLE));
    return made;
  }

  private Node player(long id) {
    List.copyOf(players.keySet()).forEach(EntryPlayer::stop);
    EntryPlayer player = new EntryPlayer(book, background, files, dialogs, language, formats);
    players.put(player, true);
    player.play(id);
    return player;
  }

  private String title(TimelineEntry entry, CallEntry call) {
    String way =
        language.now(
            missed(call)
                ? "call.direction.missed_call"
                : call.direction() == Direction.INCOMING
                    ? "call.direction.incoming"
                    : "call.direction.outgoing");
    Long contact = entry.contactId();
    String name = contact == null ? "" : contactName.apply(contact);
    if (name.isEmpty() && !call.number().isBlank()) {
      name = numbers.shown(numbers.parse(call.number()));
    }
    return name.isEmpty() ? way : language.now("call.entry.title", way, name);
  }

  private String length(CallEntry call) {
    String result = call.result();
    return result == null
        ? lasted(call)
        : language.now(
            "call.entry.result", lasted(call), CallResult.words(result, language.texts()));
  }

  private String lasted(CallEntry call) {
    if (call.talkMillis() > 0) {
      return formats.duration(call.talkMillis());
    }
    if (call.outcome() == CallOutcome.ANSWERED) {
      return language.now("call.page.length_unknown");
    }
    return call.direction() == Direction.INCOMING
        ? language.now("call.page.rang", call.ringMillis() / 1000)
        : language.now(
            call.outcome() == CallOutcome.BUSY ? "call.page.busy" : "call.page.no_answer");
  }

  private static boolean missed(CallEntry call) {
    return call.direction() == Direction.INCOMING
        && call.outcome() != CallOutcome.ANSWERED
        && call.talkMillis() == 0;
  }
}
