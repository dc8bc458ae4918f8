package app.ringbook.customer.view.profile;

import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.customer.view.FieldWords;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** All panels of the customer's page that show what is known beside the timeline. */
public final class ProfilePanels {
  private ProfilePanels() {}

  /**
   * The panels in the order of their columns.
   *
   * @param opener shows a file in the program the system has for it
   * @param history shows the history of a field: customer and key of the field
   */
  public static List<CustomerPanel> of(
      Surroundings around,
      ProfileBook book,
      FileChoice files,
      Consumer<Path> opener,
      BiConsumer<Long, String> history) {
    ProfileModel model = new ProfileModel(book, around.background(), around.front());
    FieldEditor.Kit kit =
        new FieldEditor.Kit(
            around, book, files, new FieldWords(around.language(), around.formats()));
    return List.of(
        new RatingTiles(around, book, model),
        new CarePane(around, book, model),
        new PeoplePanel(kit, model),
        new FactsPanel(kit, model, opener, history),
        new NeedsPanel(around, book, model),
        new FilesPanel(kit, model, opener));
  }
}
