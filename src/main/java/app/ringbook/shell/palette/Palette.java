package app.ringbook.shell.palette;

import app.ringbook.platform.Subscription;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.OverlayPane;
import app.ringbook.ui.Preparation;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.KeyCap;
import app.ringbook.ui.controls.PreparingLabel;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Ctrl K: finds anything and does anything, by the keyboard alone. */
public final class Palette {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double WIDTH = 640;
  private static final double LIST = 470;

  private final Language language;
  private final OverlayPane overlay;
  private final PaletteModel model;
  private final TextField field = new TextField();
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final VBox box = new VBox();
  private boolean composing;
  private @Nullable Subscription open;

  /**
   * A palette that opens in this layer.
   *
   * @param search how far the search is
   */
  public Palette(Language language, OverlayPane overlay, PaletteModel model, Preparation search) {
    this.language = language;
    this.overlay = overlay;
    this.model = model;
    build(search);
    field.textProperty().addListener((o, before, now) -> model.ask(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> composing = !e.getComposed().isEmpty());
    model.rows().addListener((javafx.beans.Observable o) -> listRows());
    model.chosenProperty().addListener((o, before, now) -> mark(now.intValue()));
  }

  /** Opens it, or closes it if it is open. */
  public void toggle() {
    if (open != null) {
      close();
      return;
    }
    show("");
  }

  /** Opens it with a text, for example {@code >}. */
  public void show(String text) {
    if (open == null && !overlay.isOpen()) {
      field.clear();
      model.reset();
      open = overlay.openAtTop(box, () -> open = null);
    }
    field.setText(text);
    field.end();
    field.requestFocus();
  }

  private void close() {
    Subscription present = open;
    if (present != null) {
      present.close();
    }
  }

  private void key(KeyEvent event) {
    if (composing) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case PAGE_DOWN -> model.move(6);
      case TAB -> model.more();
      case ENTER -> run(event.isShortcutDown() ? model.call() : model.enter());
      case ESCAPE -> {
        if (!model.less()) {
          close();
        }
      }
      case K -> {
        if (!event.isShortcutDown()) {
          return;
        }
        close();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Closes first, so that what runs finds the focus where the user was. */
  private void run(@Nullable Runnable what) {
    if (what != null) {
      close();
      what.run();
    }
  }

  private void build(Preparation search) {
    field.getStyleClass().setAll("rb-palette-field");
    field.promptTextProperty().bind(language.text("shell.nav.search"));
    field.accessibleTextProperty().bind(language.text("shell.nav.search"));
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox head =
        new HBox(
            12, Icons.of(Feather.SEARCH, "muted"), field, new PreparingLabel(language, search));
    head.getStyleClass().add("head");
    list.getStyleClass().add("list");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(LIST);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label tip = words("shell.palette.tip");
    HBox foot =
        new HBox(
            6,
            new KeyCap("↑"),
            new KeyCap("↓"),
            words("shell.palette.choose"),
            new KeyCap("Tab"),
            words("shell.palette.more"),
            new KeyCap(">"),
            words("shell.palette.commands"),
            space,
            tip);
    foot.getStyleClass().add("foot");
    box.getStyleClass().add("rb-palette");
    box.getChildren().addAll(head, scroll, foot);
    box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    box.setPrefWidth(WIDTH);
    box.getProperties().put("first", field);
  }

  private Label words(String key) {
    Label label = new Label();
    label.textProperty().bind(language.text(key));
    label.getStyleClass().add("secondary");
    return label;
  }

  private void listRows() {
    list.getChildren().clear();
    List<PaletteModel.Row> rows = model.rows();
    for (int i = 0; i < rows.size(); i++) {
      list.getChildren().add(node(rows.get(i), i));
    }
    if (rows.isEmpty()) {
      Label nothing = words("shell.palette.nothing");
      nothing.getStyleClass().add("heading");
      list.getChildren().add(nothing);
    }
  }

  private Node node(PaletteModel.Row row, int index) {
    if (row instanceof PaletteModel.Row.Heading(String title)) {
      Label heading = new Label(title);
      heading.getStyleClass().addAll("secondary", "heading");
      return heading;
    }
    HBox line = new HBox(12);
    line.getStyleClass().add("row");
    line.setAlignment(Pos.CENTER_LEFT);
    switch (row) {
      case PaletteModel.Row.Found(SearchHit hit) -> fill(line, hit);
      case PaletteModel.Row.Doable action -> fill(line, action);
      case PaletteModel.Row.Heading heading -> {}
    }
    line.setOnMouseMoved(e -> model.choose(index));
    line.setOnMouseClicked(
        e -> {
          model.choose(index);
          run(e.isShortcutDown() ? model.call() : model.enter());
        });
    return line;
  }

  private void fill(HBox line, SearchHit hit) {
    Avatar avatar =
        hit.group() == SearchHit.Group.CUSTOMERS
            ? Avatar.company(hit.title(), 24)
            : Avatar.person(hit.title(), 24);
    Node mark = hit.group() == SearchHit.Group.PHONES ? iconBox(Feather.PHONE) : avatar;
    Label detail = new Label(hit.detail());
    detail.getStyleClass().add("muted");
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.setMaxWidth(Double.MAX_VALUE);
    Label end = new Label(hit.atEnd());
    end.getStyleClass().add("muted");
    end.setMinWidth(Region.USE_PREF_SIZE);
    HBox keys = new HBox(6, words("shell.palette.enter"));
    keys.getStyleClass().add("keys");
    keys.setAlignment(Pos.CENTER_LEFT);
    if (hit.call() != null) {
      keys.getChildren().addAll(KeyCap.of(Shortcut.of("Ctrl Enter")), words("shell.palette.call"));
    }
    keys.setMinWidth(Region.USE_PREF_SIZE);
    keys.managedProperty().bind(keys.visibleProperty());
    line.getChildren().addAll(mark, title(hit), detail, end, keys);
    line.setAccessibleText(hit.title() + ", " + hit.detail());
  }

  private void fill(HBox line, PaletteModel.Row.Doable action) {
    Label title = new Label(action.title());
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    line.getChildren()
        .addAll(iconBox(action.isNew() ? Feather.PLUS : Feather.CORNER_DOWN_RIGHT), title);
    Shortcut shortcut = action.shortcut();
    if (shortcut != null) {
      line.getChildren().add(KeyCap.of(shortcut));
    }
    line.setAccessibleText(action.title());
  }

  private static HBox iconBox(Feather icon) {
    HBox holder = new HBox(Icons.of(icon, "muted"));
    holder.setAlignment(Pos.CENTER);
    holder.setMinSize(24, 24);
    return holder;
  }

  private static TextFlow title(SearchHit hit) {
    TextFlow flow = new TextFlow();
    int at = 0;
    for (SearchHit.Mark mark : hit.marks()) {
      int from = Math.clamp(mark.from(), at, hit.title().length());
      int to = Math.clamp(mark.to(), from, hit.title().length());
      flow.getChildren().add(new Text(hit.title().substring(at, from)));
      Text marked = new Text(hit.title().substring(from, to));
      marked.getStyleClass().add("mark");
      flow.getChildren().add(marked);
      at = to;
    }
    flow.getChildren().add(new Text(hit.title().substring(at)));
    flow.getChildren().removeIf(node -> ((Text) node).getText().isEmpty());
    flow.setMinWidth(Region.USE_PREF_SIZE);
    flow.setMaxHeight(Region.USE_PREF_SIZE);
    return flow;
  }

  private void mark(int chosen) {
    for (int i = 0; i < list.getChildren().size(); i++) {
      list.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
    }
    if (chosen >= 0 && chosen < list.getChildren().size()) {
      reveal(list.getChildren().get(chosen));
    }
  }

  private void reveal(Node row) {
    double height = list.getHeight() - scroll.getViewportBounds().getHeight();
    if (height <= 0) {
      return;
    }
    double top = row.getBoundsInParent().getMinY();
    double bottom = row.getBoundsInParent().getMaxY();
    double shownFrom = scroll.getVvalue() * height;
    double shownTo = shownFrom + scroll.getViewportBounds().getHeight();
    if (top < shownFrom) {
      scroll.setVvalue(top / height);
    } else if (bottom > shownTo) {
      scroll.setVvalue((bottom - scroll.getViewportBounds().getHeight()) / height);
    }
  }
}
