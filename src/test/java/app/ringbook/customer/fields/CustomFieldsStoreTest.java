package app.ringbook.customer.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.Database;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("S1-24")
class CustomFieldsStoreTest {

  @OnBothDatabases
  void fieldsOfAllNineKindsAreKept(TestDatabase test) {
    CustomFields fields = new CustomFields(test.database());
    assertThat(FieldKind.ofUsers()).hasSize(9);
    for (FieldKind kind : FieldKind.ofUsers()) {
      fields.add(
          FieldObject.CUSTOMER,
          kind,
          "The " + kind,
          kind.hasOptions() ? List.of("one", " two ", "", "one") : List.of(),
          kind == FieldKind.FORMULA ? "1 + 1" : null);
    }
    List<CustomField> kept = new CustomFields(test.reopen()).of(FieldObject.CUSTOMER);
    assertThat(kept).extracting(CustomField::kind).isEqualTo(FieldKind.ofUsers());
    assertThat(kept).extracting(CustomField::position).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(kept.get(4).options()).containsExactly("one", "two");
    assertThat(kept.get(8).formula()).isEqualTo("1 + 1");
  }

  @OnBothDatabases
  void whatIsKnownFollowsEveryChangeAndUndo(TestDatabase test) {
    CustomFields fields = new CustomFields(test.database());
    Database.Done<CustomField> added =
        fields.add(FieldObject.LEAD, FieldKind.TEXT, "Fair", List.of(), null);
    long renamed = fields.rename(added.value(), "Trade fair").sequence();
    assertThat(fields.of(FieldObject.LEAD).getFirst().label()).isEqualTo("Trade fair");
    assertThat(fields.of(FieldObject.LEAD).getFirst().key()).isEqualTo(added.value().key());
    test.database().undo(renamed);
    assertThat(fields.of(FieldObject.LEAD).getFirst().label()).isEqualTo("Fair");
    fields.setArchived(fields.of(FieldObject.LEAD).getFirst(), true);
    assertThat(fields.of(FieldObject.LEAD)).isEmpty();
    assertThat(fields.allOf(FieldObject.LEAD)).hasSize(1);
    long back = fields.setArchived(fields.allOf(FieldObject.LEAD).getFirst(), false).sequence();
    assertThat(fields.of(FieldObject.LEAD)).hasSize(1);
    test.database().undo(back);
    assertThat(fields.of(FieldObject.LEAD)).isEmpty();
  }

  @OnBothDatabases
  void fieldsMoveAmongThoseShown(TestDatabase test) {
    CustomFields fields = new CustomFields(test.database());
    for (String label : List.of("a", "b", "c", "d")) {
      fields.add(FieldObject.DEAL, FieldKind.TEXT, label, List.of(), null);
    }
    CustomField b = fields.of(FieldObject.DEAL).get(1);
    fields.setArchived(b, true);
    fields.move(fields.of(FieldObject.DEAL).getFirst(), 1);
    assertThat(fields.of(FieldObject.DEAL))
        .extracting(CustomField::label)
        .containsExactly("c", "a", "d");
    fields.move(fields.of(FieldObject.DEAL).getLast(), -5);
    assertThat(fields.of(FieldObject.DEAL))
        .extracting(CustomField::label)
        .containsExactly("d", "c", "a");
  }

  @OnBothDatabases
  void whatMakesNoFieldIsRefused(TestDatabase test) {
    CustomFields fields = new CustomFields(test.database());
    fields.add(FieldObject.CUSTOMER, FieldKind.TEXT, "Size", List.of(), null);
    assertThatThrownBy(
            () -> fields.add(FieldObject.CUSTOMER, FieldKind.DATE, " size ", List.of(), null))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> fields.add(FieldObject.CUSTOMER, FieldKind.LIST, "L", List.of(" "), null))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> fields.add(FieldObject.CUSTOMER, FieldKind.TEXT, " ", List.of(), null))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> fields.add(FieldObject.CUSTOMER, FieldKind.FORMULA, "F", List.of(), "1 +"))
        .isInstanceOf(ProblemException.class);
    fields.add(FieldObject.CONTACT, FieldKind.TEXT, "Size", List.of(), null);
    assertThat(test.count("custom_field")).isEqualTo(2);
  }
}
