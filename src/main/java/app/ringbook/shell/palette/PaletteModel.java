package app.ringbook.shell.palette;

import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.ui.Action;
import app.ringbook.ui.Shortcut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the palette lists for a text. The actions answer at once; each source answers when it is
 * ready and fills in its own group, without moving the selection.
 */
public final class PaletteModel {
  private static final int EACH = 5;
  private static final int ACTIONS = 6;
  private static final int RECENT = 5;

  private final Background background;
  private final Supplier<Texts> texts;
  private final Supplier<List<Action>> actions;
  private final ActionNames names = new ActionNames();
  private final List<SearchSource> sources = new ArrayList<>();
  private final List<SearchHit> recent = new ArrayList<>();
  private final List<Background.Job<?>> searches = new ArrayList<>();
  private final Map<SearchHit.Group, List<SearchHit>> found = new EnumMap<>(SearchHit.Group.class);
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private @Nullable Consumer<String> newCustomer;
  private @Nullable SearchHit opened;
  private String text = "";
  private int asked;
  private int answers;
  private boolean moved;

  /**
   * An empty palette.
   *
   * @param texts the present language
   * @param actions what can be done now
   */
  public PaletteModel(
      Background background, Supplier<Texts> texts, Supplier<List<Action>> actions) {
    this.background = background;
    this.texts = texts;
    this.actions = actions;
  }

  /** A line of the palette: a heading, a hit or an action. */
  sealed interface Row {
    /** A heading over the rows below it. */
    record Heading(String title) implements Row {}

    /** Something found. */
    record Found(SearchHit hit) implements Row {}

    /** Something that can be done. */
    record Doable(String title, @Nullable Shortcut shortcut, Runnable run, boolean isNew)
        implements Row {}
  }

  ObservableList<Row> rows() {
    return rows;
  }

  /** Index of the chosen row; -1 if nothing can be chosen. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Searches this too. */
  public void add(SearchSource source) {
    sources.add(source);
  }

  /** What "new customer" does with the typed name; without it that row is not offered. */
  public void onNewCustomer(Consumer<String> create) {
    newCustomer = create;
  }

  /** Starts afresh. */
  void reset() {
    opened = null;
    ask("");
  }

  /** The text changed. */
  void ask(String typed) {
    text = typed.strip();
    opened = null;
    moved = false;
    asked++;
    answers = 0;
    searches.forEach(Background.Job::cancel);
    searches.clear();
    int question = asked;
    learnNames();
    if (text.isEmpty() || commandsOnly()) {
      found.clear();
    } else {
      sources.forEach(source -> search(source, question));
    }
    list();
  }

  /** Shows what else can be done with the chosen hit; false if there is nothing more. */
  boolean more() {
    if (chosenRow() instanceof Row.Found(SearchHit hit) && !hit.more().isEmpty()) {
      opened = hit;
      moved = false;
      list();
      return true;
    }
    return false;
  }

  /** Back from {@link #more}; false if it was not open. */
  boolean less() {
    boolean was = opened != null;
    opened = null;
    list();
    return was;
  }

  void move(int step) {
    int at = chosen.get() + step;
    while (at >= 0 && at < rows.size() && rows.get(at) instanceof Row.Heading) {
      at += step;
    }
    if (at >= 0 && at < rows.size()) {
      choose(at);
    }
  }

  void choose(int index) {
    moved = true;
    chosen.set(index);
  }

  /** What Enter does with the chosen row, or null. */
  @Nullable Runnable enter() {
    return switch (chosenRow()) {
      case Row.Found(SearchHit hit) -> () -> open(hit);
      case Row.Doable row -> row.run();
      case Row.Heading heading -> null;
      case null -> null;
    };
  }

  /** What Ctrl Enter does with the chosen row, or null. */
  @Nullable Runnable call() {
    return chosenRow() instanceof Row.Found(SearchHit hit) ? hit.call() : null;
  }

  private void open(SearchHit hit) {
    recent.removeIf(other -> other.title().equals(hit.title()) && other.group() == hit.group());
    recent.addFirst(hit);
    while (recent.size() > RECENT) {
      recent.removeLast();
    }
    hit.open().run();
  }

  private @Nullable Row chosenRow() {
    int at = chosen.get();
    return at >= 0 && at < rows.size() ? rows.get(at) : null;
  }

  private boolean commandsOnly() {
    return text.startsWith(">");
  }

  private void search(SearchSource source, int question) {
    String wanted = text;
    Background.Job<List<SearchHit>> job =
        background
            .run(progress -> source.find(wanted, EACH, progress))
            .orElse(e -> answered(List.of(), question));
    searches.add(job);
    job.then(hits -> answered(hits, question));
  }

  /** Reading the first Chinese name takes a second; until then names are found as written. */
  private void learnNames() {
    Texts spoken = texts.get();
    List<String> fresh =
        names.unread(actions.get().stream().map(action -> spoken.text(action.textKey())).toList());
    if (!fresh.isEmpty()) {
      background.run(progress -> names.read(fresh)).then(nothing -> list());
    }
  }

  private void answered(List<SearchHit> hits, int question) {
    if (question != asked) {
      return;
    }
    if (answers++ == 0) {
      // Until the first answer the last ones stand, so that nothing flickers while typing.
      found.clear();
    }
    for (SearchHit hit : hits) {
      found.computeIfAbsent(hit.group(), group -> new ArrayList<>()).add(hit);
    }
    list();
  }

  private void list() {
    Row before = moved ? chosenRow() : null;
    List<Row> all = new ArrayList<>();
    SearchHit present = opened;
    if (present != null) {
      all.add(new Row.Heading(present.title()));
      present.more().forEach(action -> all.add(doable(action)));
    } else {
      if (text.isEmpty()) {
        group(all, "shell.palette.recent", recent);
      }
      for (SearchHit.Group group : SearchHit.Group.values()) {
        group(all, heading(group), found.getOrDefault(group, List.of()));
      }
      listActions(all);
    }
    rows.setAll(all);
    int kept = before == null ? -1 : all.indexOf(before);
    chosen.set(-1);
    chosen.set(kept >= 0 ? kept : first(all));
  }

  private void group(List<Row> all, String titleKey, List<SearchHit> hits) {
    if (!hits.isEmpty()) {
      all.add(new Row.Heading(texts.get().text(titleKey)));
      hits.stream().limit(EACH).forEach(hit -> all.add(new Row.Found(hit)));
    }
  }

  private void listActions(List<Row> all) {
    String wanted = commandsOnly() ? text.substring(1).strip() : text;
    List<Row> matching =
        new ArrayList<>(
            actions.get().stream()
                .filter(action -> names.match(texts.get().text(action.textKey()), wanted))
                .limit(wanted.isEmpty() ? Long.MAX_VALUE : ACTIONS)
                .map(this::doable)
                .toList());
    Consumer<String> create = newCustomer;
    if (!text.isEmpty() && !commandsOnly() && create != null) {
      String name = text;
      matching.add(
          new Row.Doable(
              texts.get().text("shell.palette.new_customer", name),
              null,
              () -> create.accept(name),
              true));
    }
    if (!matching.isEmpty()) {
      all.add(new Row.Heading(texts.get().text("shell.palette.actions")));
      all.addAll(matching);
    }
  }

  private Row.Doable doable(Action action) {
    return new Row.Doable(
        texts.get().text(action.textKey()), action.shortcut(), action.run(), false);
  }

  private static String heading(SearchHit.Group group) {
    return switch (group) {
      case CUSTOMERS -> "shell.palette.customers";
      case CONTACTS -> "shell.palette.contacts";
      case PHONES -> "shell.palette.phones";
      case LEADS -> "shell.palette.leads";
    };
  }

  private static int first(List<Row> all) {
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof Row.Heading)) {
        return i;
      }
    }
    return -1;
  }
}
