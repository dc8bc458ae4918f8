package app.ringbook.ui;

import app.ringbook.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;

/**
 * The language the window speaks now. Labels bind to {@link #text} and follow when it switches.
 * Used on the window's thread only.
 */
public final class Language implements ObservableValue<Texts> {
  private final ReadOnlyObjectWrapper<Texts> texts;

  /** Starts with these texts. */
  public Language(Texts start) {
    texts = new ReadOnlyObjectWrapper<>(start);
  }

  /** The present texts, for sentences that are shown once, such as a toast. */
  public Texts texts() {
    return texts.get();
  }

  /** Switches every bound label. */
  public void speak(Texts language) {
    texts.set(language);
  }

  /** The sentence of a key now; it does not follow a later switch. */
  public String now(String key, Object... arguments) {
    return texts().text(key, arguments);
  }

  /**
   * A sentence that follows the language, and those arguments that are observable values: they are
   * read again whenever they change.
   */
  public StringBinding text(String key, Object... arguments) {
    List<Observable> dependencies = new ArrayList<>();
    dependencies.add(texts);
    for (Object argument : arguments) {
      if (argument instanceof Observable observable) {
        dependencies.add(observable);
      }
    }
    return Bindings.createStringBinding(
        () -> texts().text(key, values(arguments)), dependencies.toArray(Observable[]::new));
  }

  /**
   * Lets a node that comes and goes follow the language for as long as somebody keeps it: a plain
   * listener would keep it for ever.
   */
  @SuppressWarnings("unchecked") // nobody else uses the key
  public void follow(Node node, Runnable refresh) {
    ChangeListener<Texts> listener = (o, was, now) -> refresh.run();
    ((List<Object>)
            node.getProperties().computeIfAbsent(Language.class, key -> new ArrayList<Object>()))
        .add(listener);
    texts.addListener(new WeakChangeListener<>(listener));
  }

  private static Object[] values(Object[] arguments) {
    Object[] values = arguments.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof ObservableValue<?> observable) {
        Object value = observable.getValue();
        values[i] = value == null ? "" : value;
      }
    }
    return values;
  }

  @Override
  public Texts getValue() {
    return texts.get();
  }

  @Override
  public void addListener(ChangeListener<? super Texts> listener) {
    texts.addListener(listener);
  }

  @Override
  public void removeListener(ChangeListener<? super Texts> listener) {
    texts.removeListener(listener);
  }

  @Override
  public void addListener(InvalidationListener listener) {
    texts.addListener(listener);
  }

  @Override
  public void removeListener(InvalidationListener listener) {
    texts.removeListener(listener);
  }
}
