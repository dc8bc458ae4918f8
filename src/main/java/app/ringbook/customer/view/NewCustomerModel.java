package app.ringbook.customer.view;

import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A customer being typed: a name or a number is enough. Customers that look the same are offered
 * while typing. Used on the front thread.
 */
public final class NewCustomerModel {
  private final CustomerBook book;
  private final Background background;
  private final NewestOnly questions;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty phone = new SimpleStringProperty("");
  private final StringProperty contact = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Twin>> twins = new ReadOnlyObjectWrapper<>(List.of());
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Throwable> problem = new ReadOnlyObjectWrapper<>();

  /** Nothing typed yet. */
  public NewCustomerModel(CustomerBook book, Background background) {
    this.book = book;
    this.background = background;
    this.questions = new NewestOnly(background);
    name.addListener((at, was, is) -> typed());
    phone.addListener((at, was, is) -> typed());
  }

  /** The company's or person's name. */
  public StringProperty name() {
    return name;
  }

  /** The main number as typed. */
  public StringProperty phone() {
    return phone;
  }

  /** The person to ask for. */
  public StringProperty contact() {
    return contact;
  }

  /** Why it is another one than its twins; asked only if there are any. */
  public StringProperty reason() {
    return reason;
  }

  /** True once there is enough to save: also a reason, if there are twins. */
  public BooleanBinding complete() {
    return Bindings.createBooleanBinding(
        () -> enough() && (twins.get().isEmpty() || !text(reason).isEmpty()),
        name,
        phone,
        reason,
        twins);
  }

  /** Customers that look the same as what is typed. */
  public ReadOnlyObjectProperty<List<Twin>> twins() {
    return twins.getReadOnlyProperty();
  }

  /** True while it is on its way to the disk. */
  public ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  /** Why it could not be saved, or null. */
  public ReadOnlyObjectProperty<@Nullable Throwable> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Saves; the handler gets the new customer. What was typed stays if it fails. */
  public void save(Consumer<CustomerBook.Created> done) {
    if (saving.get()) {
      return;
    }
    if (!enough()) {
      problem.set(new ProblemException("customer.problem.name_or_phone"));
      return;
    }
    String typedName = text(name);
    String typedPhone = text(phone);
    String typedContact = text(contact);
    String typedReason = text(reason);
    problem.set(null);
    saving.set(true);
    background
        .run(progress -> book.create(typedName, typedPhone, typedContact, typedReason))
        .orElse(
            e -> {
              saving.set(false);
              if (e instanceof TwinsFoundException found) {
                twins.set(found.twins());
              }
              problem.set(e);
            })
        .then(
            created -> {
              saving.set(false);
              done.accept(created);
            });
  }

  private boolean enough() {
    return !text(name).isEmpty() || text(phone).chars().anyMatch(Character::isDigit);
  }

  private void typed() {
    problem.set(null);
    String typedName = text(name);
    String typedPhone = text(phone);
    if (typedName.isEmpty() && typedPhone.isEmpty()) {
      questions.forget();
      twins.set(List.of());
      return;
    }
    questions.ask(
        progress -> book.twins(typedName, typedPhone), twins::set, e -> twins.set(List.of()));
  }

  private static String text(StringProperty property) {
    return property.get().strip();
  }
}
