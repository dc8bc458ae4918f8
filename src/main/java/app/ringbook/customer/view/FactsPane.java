package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.ui.Icons;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is written down about a customer. */
final class FactsPane extends VBox {
  private static final double NAMES = 56;
  private static final List<Fact> BEFORE_ADDRESS = List.of(Fact.INDUSTRY);
  private static final List<Fact> AFTER_ADDRESS =
      List.of(Fact.SOURCE, Fact.EMAIL, Fact.WEBSITE, Fact.NOTE);
  private final Surroundings around;
  private final Runnable edit;

  /**
   * @param edit asks for changed facts
   */
  FactsPane(Surroundings around, Runnable edit) {
    this.around = around;
    this.edit = edit;
    getStyleClass().add("facts-pane");
  }

  void fill(Customer customer) {
    Button pencil =
        Icons.button(Feather.EDIT_2, around.language().text("customer.page.edit_facts"), edit);
    pencil.getStyleClass().add("small");
    HBox head =
        new HBox(
            Parts.label(around.language().text("customer.page.facts"), "strong"),
            Parts.space(),
            pencil);
    head.getStyleClass().add("section-head");
    FactGrid grid = new FactGrid(NAMES);
    BEFORE_ADDRESS.forEach(fact -> add(grid, fact, fact.of(customer)));
    add(grid, Fact.ADDRESS, address(customer));
    AFTER_ADDRESS.forEach(fact -> add(grid, fact, fact.of(customer)));
    LocalDate added = LocalDate.ofInstant(customer.createdAt(), around.clock().zone());
    grid.add(
        around.language().text("customer.fact.created"), Parts.value(around.formats().date(added)));
    getChildren().setAll(head, grid);
  }

  /** Facts nobody wrote down take no room. */
  private void add(FactGrid grid, Fact fact, String value) {
    if (!value.isEmpty()) {
      grid.add(around.language().text(fact.key()), Parts.value(value));
    }
  }

  private String address(Customer customer) {
    boolean chinese = around.language().texts().chinese();
    Stream<String> small =
        Stream.of(customer.address(), customer.postalCode(), customer.city(), customer.region())
            .filter(Objects::nonNull);
    Stream<String> large =
        Stream.of(customer.region(), customer.city(), customer.address()).filter(Objects::nonNull);
    return chinese
        ? large.collect(Collectors.joining(" "))
        : Stream.concat(small, Stream.ofNullable(customer.country()))
            .collect(Collectors.joining(", "));
  }
}
