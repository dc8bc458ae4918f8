package app.ringbook.customer.view;

import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.FilterText;
import app.ringbook.customer.filter.OwnViews;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.CustomerListSettings;
import app.ringbook.settings.CustomerListSettings.View;
import app.ringbook.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The views of the list: which there are, which one is chosen, and what was changed in it since it
 * was saved. Changes are never dropped: each view keeps its own until it is saved or put back, also
 * over a restart. Used on the front thread.
 */
public final class ViewsModel {
  private final Settings settings;
  private final ObservableList<View> views = FXCollections.observableArrayList();
  private final Map<String, View> drafts = new HashMap<>();
  private final ReadOnlyObjectWrapper<View> chosen;
  private final ObjectProperty<ListState> state;
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private boolean choosing;

  /** Shows what was shown last. */
  public ViewsModel(Settings settings) {
    this.settings = settings;
    CustomerListSettings kept = settings.customerList();
    views.setAll(OwnViews.of(kept));
    kept.drafts().forEach((id, draft) -> drafts.put(id, OwnViews.current(draft)));
    View first =
        views.stream()
            .filter(view -> view.id().equals(kept.chosen()))
            .findFirst()
            .orElse(views.getFirst());
    chosen = new ReadOnlyObjectWrapper<>(first);
    state = new SimpleObjectProperty<>(present(first));
    mark();
    state.addListener((at, was, is) -> changed());
  }

  /** All views, in the order of their tabs. */
  public ObservableList<View> views() {
    return views;
  }

  /** The chosen view as it was saved. */
  public ReadOnlyObjectProperty<View> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** What the list shows at present. */
  public ObjectProperty<ListState> state() {
    return state;
  }

  /** True while the chosen view shows something else than was saved. */
  public ReadOnlyBooleanProperty dirty() {
    return dirty.getReadOnlyProperty();
  }

  /** True if a view was changed since it was saved. */
  public boolean changed(View view) {
    return drafts.containsKey(view.id());
  }

  /** What a view lists at present, with what was changed in it. */
  public Filter filterOf(View view) {
    return view.id().equals(chosen.get().id()) ? state.get().filter() : present(view).filter();
  }

  /** Shows a view, as it was left. */
  public void choose(View view) {
    choosing = true;
    chosen.set(view);
    state.set(present(view));
    choosing = false;
    mark();
    keep();
  }

  /** The chosen view is from now on what the list shows. */
  public void save() {
    View saved = state.get().view(chosen.get().id(), chosen.get().name());
    drafts.remove(saved.id());
    replace(chosen.get(), saved);
  }

  /** Takes back what was changed since the chosen view was saved. */
  public void putBack() {
    drafts.remove(chosen.get().id());
    choose(chosen.get());
  }

  /** A new view of what the list shows; the changed one is put back. */
  public void saveAs(String name) {
    drafts.remove(chosen.get().id());
    add(state.get().view(fresh(), name.strip()));
  }

  /** Gives the chosen view another name. */
  public void rename(String name) {
    View view = chosen.get();
    replace(view, view.named(view.id(), name.strip()));
  }

  /** A new view like the chosen one, as it was saved. */
  public void duplicate(String name) {
    add(chosen.get().named(fresh(), name.strip()));
  }

  /** Takes the chosen view away; the last one stays. Returns what brings it back. */
  public Runnable delete() {
    View gone = chosen.get();
    int place = views.indexOf(gone);
    View draft = drafts.remove(gone.id());
    if (views.size() > 1) {
      views.remove(place);
      choose(views.get(Math.min(place, views.size() - 1)));
    }
    return () -> {
      if (!views.contains(gone)) {
        views.add(Math.min(place, views.size()), gone);
        if (draft != null) {
          drafts.put(gone.id(), draft);
        }
        choose(gone);
      }
    };
  }

  /**
   * Writes what the list shows into a file that others can take in. Blocks for the disk.
   *
   * @param name of the view
   */
  public void write(Path file, String name) {
    try {
      Settings.writeView(file, state.get().view("", name));
    } catch (IOException e) {
      throw new ProblemException(e, "customer.problem.view_write");
    }
  }

  /**
   * Reads a view that was handed on. Blocks for the disk; add it with {@link #take}.
   *
   * @throws ProblemException if the file is no view
   */
  public static View read(Path file) {
    try {
      View view = Settings.readView(file);
      FilterText.read(view.filter());
      return OwnViews.current(view);
    } catch (IOException e) {
      throw new ProblemException(e, "customer.problem.view_read");
    }
  }

  /** Adds a view that was read, and shows it. */
  public void take(View view) {
    add(view.named(fresh(), view.name()));
  }

  private void add(View view) {
    views.add(view);
    choose(view);
  }

  private void replace(View old, View with) {
    int place = views.indexOf(old);
    choosing = true;
    chosen.set(with);
    views.set(place, with);
    choosing = false;
    mark();
    keep();
  }

  private void changed() {
    if (choosing) {
      return;
    }
    View view = chosen.get();
    if (state.get().equals(ListState.of(view))) {
      drafts.remove(view.id());
    } else {
      drafts.put(view.id(), state.get().view(view.id(), view.name()));
    }
    mark();
    keep();
  }

  private void mark() {
    dirty.set(!state.get().equals(ListState.of(chosen.get())));
  }

  private ListState present(View view) {
    return ListState.of(Objects.requireNonNullElse(drafts.get(view.id()), view));
  }

  private void keep() {
    settings.changeCustomerList(
        before ->
            new CustomerListSettings(
                List.copyOf(views), Map.copyOf(drafts), chosen.get().id(), OwnViews.ids()));
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
