package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.settings.CallListSettings;
import app.ringbook.settings.CallListSettings.Named;
import app.ringbook.settings.CallListSettings.Shown;
import app.ringbook.settings.Settings;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which calls the page shows. Kept over a restart, and under names the user gives. Used on the
 * window's thread.
 */
public final class CallsChoice {
  private final Settings settings;
  private final Background background;
  private final AppClock clock;
  private volatile Shown latest;
  private final ObjectProperty<CallFilter.Tab> tab = new SimpleObjectProperty<>(CallFilter.Tab.ALL);
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ALL);
  private final ObjectProperty<CallFilter.Narrow> narrow =
      new SimpleObjectProperty<>(CallFilter.Narrow.NONE);
  private final ReadOnlyObjectWrapper<@Nullable String> person = new ReadOnlyObjectWrapper<>(null);
  private final ObservableList<Named> views = FXCollections.observableArrayList();
  private @Nullable Long customer;
  private Runnable changed = () -> {};
  private boolean many;

  /** From when on calls are shown. */
  public enum Period {
    /** Since midnight. */
    TODAY(1),
    /** Today and the six days before. */
    WEEK(7),
    /** Today and the 29 days before. */
    MONTH(30),
    /** All of them. */
    ALL(0);

    private final int days;

    Period(int days) {
      this.days = days;
    }

    @Nullable Instant since(AppClock clock) {
      return days == 0
          ? null
          : clock.today().minusDays(days - 1).atStartOfDay(clock.zone()).toInstant();
    }
  }

  /** Begins with what was shown last. */
  public CallsChoice(Settings settings, Background background, AppClock clock) {
    this.settings = settings;
    this.background = background;
    this.clock = clock;
    CallListSettings kept = settings.callList();
    latest = kept.present();
    views.setAll(kept.views());
    show(kept.present());
    tab.addListener((o, was, now) -> told());
    text.addListener((o, was, now) -> told());
    period.addListener((o, was, now) -> told());
    narrow.addListener((o, was, now) -> told());
  }

  /** Runs this after every change. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  /** As the records are asked. */
  CallFilter filter() {
    return new CallFilter(
        tab.get(), text.get().strip(), customer, period.get().since(clock), narrow.get());
  }

  /** True if every call is shown. */
  boolean everything() {
    return shown().equals(Shown.EVERYTHING);
  }

  private void told() {
    if (many) {
      return;
    }
    Shown now = shown();
    if (!now.equals(latest)) {
      latest = now;
      keep(kept -> kept.withPresent(latest));
    }
    changed.run();
  }

  private void keep(UnaryOperator<CallListSettings> change) {
    background
        .run(
            progress -> {
              settings.changeCallList(change);
              return true;
            })
        .then(done -> {});
  }

  private void together(Runnable changes) {
    many = true;
    try {
      changes.run();
    } finally {
      many = false;
    }
    told();
  }

  private Shown shown() {
    CallFilter.Narrow also = narrow.get();
    return new Shown(
        tab.get() == CallFilter.Tab.ALL ? null : tab.get().name(),
        text.get().strip(),
        period.get() == Period.ALL ? null : period.get().name(),
        also.leastTalkMillis(),
        also.result(),
        also.commented(),
        also.takenBy(),
        customer,
        also.contactId(),
        person.get());
  }

  private void show(Shown wanted) {
    tab.set(named(CallFilter.Tab.class, wanted.tab(), CallFilter.Tab.ALL));
    text.set(Objects.requireNonNullElse(wanted.text(), ""));
    period.set(named(Period.class, wanted.period(), Period.ALL));
    customer = wanted.customerId();
    person.set(wanted.person());
    narrow.set(
        new CallFilter.Narrow(
            wanted.leastTalkMillis(),
            wanted.result(),
            wanted.commented(),
            wanted.contactId(),
            wanted.takenBy()));
  }

  private static <E extends Enum<E>> E named(Class<E> type, @Nullable String name, E otherwise) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    return otherwise;
  }

  /** Takes every filter off. */
  public void showAll() {
    together(() -> show(Shown.EVERYTHING));
  }

  /** Shows what was named so. */
  public void choose(Named view) {
    together(() -> show(view.shown()));
  }

  /**
   * Keeps what is shown under a name; a view of this name is replaced. A blank name does nothing.
   */
  public void name(String name) {
    if (!name.isBlank()) {
      Named view = new Named(name.strip(), shown());
      views.removeIf(one -> one.name().equals(view.name()));
      views.add(view);
      keep(kept -> kept.withView(view));
    }
  }

  /** Forgets a view; what is shown stays. */
  public void forget(Named view) {
    views.remove(view);
    keep(kept -> kept.without(view.name()));
  }

  /** The view that is shown now; null if none is. */
  public @Nullable Named chosen() {
    Shown now = shown();
    return views.stream().filter(view -> view.shown().equals(now)).findFirst().orElse(null);
  }

  /** Views by the names the user gave them. */
  public ObservableList<Named> views() {
    return views;
  }

  /** Shows only calls with one person, or with a whole customer. */
  void only(long customerId, @Nullable Long contactId, String name) {
    together(
        () -> {
          customer = customerId;
          person.set(name);
          narrow.set(narrow.get().withContact(contactId));
        });
  }

  /** Shows calls with everybody again. */
  public void everybody() {
    together(
        () -> {
          customer = null;
          person.set(null);
          narrow.set(narrow.get().withContact(null));
        });
  }

  /** The kind of calls shown. */
  public ObjectProperty<CallFilter.Tab> tabProperty() {
    return tab;
  }

  /** Part of a name, number or note. */
  public StringProperty textProperty() {
    return text;
  }

  /** From when on calls are shown. */
  public ObjectProperty<Period> periodProperty() {
    return period;
  }

  /** What else a call must have. */
  public ObjectProperty<CallFilter.Narrow> narrowProperty() {
    return narrow;
  }

  /** With whom calls alone are shown, by name; null for everybody. */
  public ReadOnlyObjectProperty<@Nullable String> personProperty() {
    return person.getReadOnlyProperty();
  }
}
