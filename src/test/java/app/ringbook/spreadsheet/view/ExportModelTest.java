package app.ringbook.spreadsheet.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.spreadsheet.export.ExportFormat;
import app.ringbook.spreadsheet.view.ExportModel.Choice;
import app.ringbook.spreadsheet.view.ExportModel.Which;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportModelTest {

  private static ExportModel model(long checked, long listed, long all) {
    return new ExportModel(
        new ExportModel.Offer(
            List.of("customers", "contacts"),
            checked,
            listed,
            all,
            true,
            (choice, texts) -> {
              throw new AssertionError("nothing is made before somebody chose");
            }));
  }

  @Test
  void checkedRowsComeFirstAndAListThatShowsAllOffersNoThirdChoice() {
    assertThat(model(2, 10, 10).choices()).containsExactly(Which.CHECKED, Which.LISTED);
    assertThat(model(2, 10, 10).which().get()).isEqualTo(Which.CHECKED);
    assertThat(model(0, 4, 10).choices()).containsExactly(Which.LISTED, Which.ALL);
    assertThat(model(0, 4, 10).which().get()).isEqualTo(Which.LISTED);
  }

  @Test
  void onlyPeopleBecomeCardsAndOnlyCustomersHaveTheColumnsOfTheList() {
    ExportModel model = model(0, 4, 10);
    assertThat(model.formats()).containsExactly(ExportFormat.XLSX, ExportFormat.CSV);
    assertThat(model.choice())
        .isEqualTo(new Choice("customers", Which.LISTED, false, ExportFormat.XLSX));
    model.kind().set("contacts");
    model.format().set(ExportFormat.VCARD4);
    assertThat(model.choice())
        .isEqualTo(new Choice("contacts", Which.LISTED, true, ExportFormat.VCARD4));
    model.kind().set("customers");
    assertThat(model.choice().format()).isEqualTo(ExportFormat.XLSX);
  }
}
