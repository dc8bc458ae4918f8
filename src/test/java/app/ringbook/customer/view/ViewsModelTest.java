package app.ringbook.customer.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.OwnViews;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.settings.CustomerListSettings.View;
import app.ringbook.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsModelTest {
  private static final Filter TIER_A =
      Filter.all(
          Filter.where("tier", new Condition.OneOf(List.of("A"))),
          Filter.not(Filter.where("tags", new Condition.OneOf(List.of("Expo")))));

  @TempDir Path folder;

  @Test
  void aChangedViewIsMarkedAndKeptUnsavedOverARestart() {
    ViewsModel views = views();
    assertThat(views.dirty().get()).isFalse();
    views.state().set(views.state().get().withFilter(TIER_A));
    assertThat(views.dirty().get()).isTrue();
    views.choose(views.views().get(1));
    assertThat(views.dirty().get()).isFalse();

    ViewsModel again = views();
    assertThat(again.chosen().get().id()).isEqualTo(OwnViews.DUE);
    again.choose(again.views().getFirst());
    assertThat(again.dirty().get()).isTrue();
    assertThat(again.state().get().filter()).isEqualTo(TIER_A);
    again.putBack();
    assertThat(again.dirty().get()).isFalse();
    assertThat(views().state().get().filter().everybody()).isTrue();
  }

  @Test
  void aSavedViewHasFilterOrderColumnsAndWidthsAfterARestart() {
    ViewsModel views = views();
    ListState shown =
        ListState.EVERYBODY
            .withFilter(TIER_A)
            .sortedBy("lastContact", true)
            .withColumns(List.of(new Column("name", 321), new Column("city", 80)));
    views.state().set(shown);
    views.saveAs("My A customers");
    assertThat(views.dirty().get()).isFalse();

    ViewsModel again = views();
    assertThat(again.chosen().get().name()).isEqualTo("My A customers");
    assertThat(again.state().get()).isEqualTo(shown);
    assertThat(again.filterOf(again.views().getFirst()).everybody()).isTrue();
  }

  @Test
  void viewsAreRenamedDuplicatedAndDeletedWithAWayBack() {
    ViewsModel views = views();
    views.rename("Everyone");
    views.duplicate("Everyone copy");
    assertThat(names(views)).containsExactly("Everyone", "", "", "", "", "Everyone copy");
    Runnable back = views.delete();
    assertThat(names(views)).containsExactly("Everyone", "", "", "", "");
    back.run();
    assertThat(names(views)).containsExactly("Everyone", "", "", "", "", "Everyone copy");
    assertThat(views.chosen().get().name()).isEqualTo("Everyone copy");
    assertThat(names(views())).containsExactly("Everyone", "", "", "", "", "Everyone copy");
  }

  @Test
  void viewsOfANewerVersionComeOnceAndDeletedOnesStayAway() throws IOException {
    Files.createDirectories(folder.resolve("settings"));
    Files.writeString(
        folder.resolve("settings/customerList.json"),
        """
        {"views":[{"id":"all","name":"Mine","columns":[]}],"drafts":{},"chosen":"all"}
        """);
    ViewsModel views = views();
    assertThat(views.views())
        .extracting(View::id)
        .containsExactly(OwnViews.ALL, OwnViews.KEY, OwnViews.VALUABLE);
    assertThat(names(views)).containsExactly("Mine", "", "");
    views.choose(views.views().get(1));
    views.delete();
    assertThat(views().views()).extracting(View::id).containsExactly("all", OwnViews.VALUABLE);
  }

  @Test
  void aViewOfAnEarlierVersionKeepsItsMeaning() throws IOException {
    Path file = folder.resolve("old.ringbook-view.json");
    java.nio.file.Files.writeString(
        file,
        """
        {"id":"x","name":"Old","filter":"tier in (\\"A\\") and not next_contact this_week",
        "sort":"last_contact","columns":[{"field":"postal_code","width":70}]}
        """);
    ListState state = ListState.of(ViewsModel.read(file));
    assertThat(state.filter().fields()).containsExactly("tier", "nextContact");
    assertThat(state.sort()).isEqualTo("lastContact");
    assertThat(state.columns()).containsExactly(new Column("postalCode", 70));
  }

  @Test
  void aViewIsHandedOnAsAFile() throws IOException {
    ViewsModel views = views();
    views.state().set(views.state().get().withFilter(TIER_A));
    Path file = folder.resolve("a.ringbook-view.json");
    views.write(file, "A customers");

    ViewsModel others = new ViewsModel(new Settings(folder.resolve("other")));
    others.take(ViewsModel.read(file));
    assertThat(others.chosen().get().name()).isEqualTo("A customers");
    assertThat(others.state().get().filter()).isEqualTo(TIER_A);

    for (String bad :
        List.of("", "{", "[1]", "\"x\"", "{\"filter\":\"tier in (\"}", "{\"columns\":3}")) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> ViewsModel.read(file)).as(bad).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void aViewWhoseFilterCannotBeReadAnyMoreListsEverybody() {
    View odd = new View("x", "Odd", "tier in (", "tier", false, List.of(), "");
    assertThat(ListState.of(odd).filter().everybody()).isTrue();
  }

  private static List<String> names(ViewsModel views) {
    return views.views().stream().map(View::name).toList();
  }

  private ViewsModel views() {
    return new ViewsModel(new Settings(folder.resolve("settings")));
  }
}
