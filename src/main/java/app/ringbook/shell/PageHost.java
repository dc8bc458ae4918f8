package app.ringbook.shell;

import app.ringbook.ui.Action;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows one page at a time and remembers where the user was, like a browser. */
final class PageHost extends StackPane implements Navigation {
  private static final int REMEMBERED = 50;

  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Deque<Place> behind = new ArrayDeque<>();
  private final Deque<Place> ahead = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
  private @Nullable Page shown;

  void add(Page page) {
    pages.put(page.id(), page);
  }

  /** Where the user is. */
  ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  @Override
  public void open(Place target) {
    Place here = place.get();
    if (target.equals(here)) {
      return;
    }
    if (here != null) {
      behind.push(here);
      ahead.clear();
      while (behind.size() > REMEMBERED) {
        behind.removeLast();
      }
    }
    show(target);
  }

  @Override
  public void back() {
    move(behind, ahead);
  }

  void forward() {
    move(ahead, behind);
  }

  /** What the shown page offers. */
  List<Action> actions() {
    Page page = shown;
    return page == null ? List.of() : page.actions();
  }

  /** What the controls of the shown page do by keys. */
  List<Page.Keys> keys() {
    Page page = shown;
    return page == null ? List.of() : page.keys();
  }

  private void move(Deque<Place> from, Deque<Place> to) {
    Place target = from.poll();
    Place here = place.get();
    if (target == null) {
      return;
    }
    if (here != null) {
      to.push(here);
    }
    show(target);
  }

  private void show(Place target) {
    String id = target.page().split("/", 2)[0];
    Page page = pages.get(id);
    if (page == null) {
      throw new IllegalArgumentException("No page " + id + " among " + pages.keySet());
    }
    Page before = shown;
    boolean same = page.equals(before);
    if (before != null && !same) {
      before.hidden();
    }
    shown = page;
    place.set(target);
    page.open(target);
    if (!same) {
      getChildren().setAll(page.node());
      page.shown();
    }
  }
}
