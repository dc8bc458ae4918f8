package app.ringbook.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.Leads;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.settings.LeadSettings;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadFolderStoreTest {
  @TempDir Path folder;
  private final TestDatabase test = TestDatabase.embedded();
  private final CallHouse house = new CallHouse(test);
  private final Leads leads =
      new Leads(
          house.database,
          new CustomerSearch(house.database),
          house.customers,
          house.twins,
          house.timeline,
          house.records,
          house.numbers,
          house.clock);
  private final List<LeadFolder.Report> told = new ArrayList<>();

  @AfterEach
  void end() {
    house.close();
    test.close();
  }

  private LeadFolder watched() {
    return new LeadFolder(
        new LeadIntake(house.database, leads, house.matcher, house.clock),
        new LeadReading(house.numbers),
        file -> {
          if (String.valueOf(file.getFileName()).startsWith("broken")) {
            throw new ProblemException("lead.problem.failed");
          }
          try {
            return Files.readAllLines(file).stream().map(line -> List.of(line.split(","))).toList();
          } catch (IOException e) {
            throw new ProblemException(e, "lead.problem.failed");
          }
        },
        () -> new LeadSettings(folder.toString(), "展会", "Nora"),
        () -> Texts.ENGLISH,
        house.clock,
        told::add);
  }

  private long kept() {
    return leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE).fresh();
  }

  private List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  @Tag("S0-02")
  void aDroppedFileIsTakenInOnceAndPutAsideWithAReport() throws IOException {
    String rows = "name,phone\nAnn,02155550187\nBen,021 5555 0187\nEve,\n";
    Files.writeString(folder.resolve("fair.csv"), rows);
    LeadFolder watched = watched();
    watched.look();
    assertThat(told).isEmpty();
    watched.look();
    assertThat(kept()).isEqualTo(1);
    Lead ann = leads.page(LeadFilter.of(Lead.State.NEW), null, 5).getFirst();
    assertThat(ann.source()).isEqualTo("展会");
    assertThat(ann.owner()).isEqualTo("Nora");
    assertThat(names(folder)).containsExactly("Taken in");
    Path done = folder.resolve("Taken in");
    assertThat(names(done)).hasSize(2);
    Path report = done.resolve(names(done).getLast());
    assertThat(Files.readString(report))
        .contains("1 new, 1 already there, 1 without contact", "Row 3: Ben. Same as row 2, Ann");

    Files.writeString(folder.resolve("fair again.csv"), rows);
    LeadFolder afterRestart = watched();
    afterRestart.look();
    afterRestart.look();
    assertThat(kept()).isEqualTo(1);
    assertThat(Objects.requireNonNull(told.getLast().problem()).sentence(Texts.ENGLISH))
        .contains("was taken in before");

    house.database.undo(Objects.requireNonNull(told.getFirst().done()).sequence());
    assertThat(kept()).isZero();
  }

  @Test
  void whatCannotBeReadIsPutAsideAndSaid() throws IOException {
    Files.writeString(folder.resolve("broken.xlsx"), "x");
    Files.writeString(folder.resolve("~$open.xlsx"), "x");
    Files.writeString(folder.resolve("picture.png"), "x");
    LeadFolder watched = watched();
    watched.look();
    watched.look();
    assertThat(told).hasSize(1);
    assertThat(names(folder)).containsExactly("With problems", "picture.png", "~$open.xlsx");
  }

  @Test
  void aFileThatGrowsIsLeftAlone() throws IOException {
    Path file = folder.resolve("grows.txt");
    LeadFolder watched = watched();
    for (int i = 0; i < 3; i++) {
      Files.writeString(file, "Ann 0215555018" + i + "\n".repeat(i + 1));
      watched.look();
    }
    assertThat(told).isEmpty();
    watched.look();
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void aFolderThatIsGoneIsSaidOnce() throws IOException {
    Files.delete(folder);
    LeadFolder watched = watched();
    watched.look();
    watched.look();
    assertThat(told).hasSize(1);
    Files.createDirectory(folder);
  }
}
