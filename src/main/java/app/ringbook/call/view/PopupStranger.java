package app.ringbook.call.view;

import app.ringbook.call.CallResults;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.customer.twins.Twin;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a person says of a caller nobody knows, or who is somebody else. */
public final class PopupStranger {
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NEW_CUSTOMER);
  private final StringProperty person = new SimpleStringProperty("");
  private final StringProperty company = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable String> source = new SimpleObjectProperty<>(null);
  private final StringProperty reason = new SimpleStringProperty("");
  private final ObservableList<Twin> twins = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<LeadSlot.@Nullable Known> lead =
      new ReadOnlyObjectWrapper<>(null);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<CustomerSearch.Hit> hits = FXCollections.observableArrayList();
  private final ObservableList<Match.Candidate> likely = FXCollections.observableArrayList();

  /** What an unknown caller is. */
  public enum Kind {
    /** A customer to be added. */
    NEW_CUSTOMER,
    /** A customer there is already. */
    EXISTING,
    /** Worth a second call. */
    LEAD,
    /** No customer. */
    NOT_CUSTOMER
  }

  /** All that a person may change. */
  List<Observable> typing() {
    return List.of(person, company, source, kind, search, reason);
  }

  /** The customer to be stored, as typed. */
  CallResults.Whose fresh() {
    String why = reason.get().strip();
    return new CallResults.Whose.Fresh(
        person.get().strip(), company.get().strip(), source.get(), why.isEmpty() ? null : why);
  }

  /** The lead to be kept, as typed. */
  CallResults.Whose asLead() {
    return new CallResults.Whose.AsLead(person.get().strip(), company.get().strip());
  }

  /** The number is a lead's: its names stand in the form unless somebody typed others. */
  void known(LeadSlot.Known found) {
    lead.set(found);
    if (person.get().isBlank()) {
      person.set(found.name());
    }
    String firm = found.company();
    if (company.get().isBlank() && firm != null) {
      company.set(firm);
    }
    if (kind.get() == Kind.NEW_CUSTOMER) {
      kind.set(Kind.LEAD);
    }
  }

  /** The lead that has the number already, or null. */
  public ReadOnlyObjectProperty<LeadSlot.@Nullable Known> leadProperty() {
    return lead.getReadOnlyProperty();
  }

  /** What an unknown caller is. */
  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** Name of a new customer's person. */
  public StringProperty personProperty() {
    return person;
  }

  /** Name of a new customer. */
  public StringProperty companyProperty() {
    return company;
  }

  /** Where a new customer comes from, or null. */
  public ObjectProperty<@Nullable String> sourceProperty() {
    return source;
  }

  /** Customers that the new one may be, named when it was to be saved; empty before. */
  public ObservableList<Twin> twins() {
    return twins;
  }

  /** Why the new customer is another one than these. */
  public StringProperty reasonProperty() {
    return reason;
  }

  /** What is searched for to link an existing customer. */
  public StringProperty searchProperty() {
    return search;
  }

  /** What was found. */
  public ObservableList<CustomerSearch.Hit> hits() {
    return hits;
  }

  /** Whom the number may belong to, shown before anything is searched for. */
  public ObservableList<Match.Candidate> likely() {
    return likely;
  }
}
