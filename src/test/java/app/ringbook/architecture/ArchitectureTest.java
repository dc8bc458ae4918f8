package app.ringbook.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the walls of the house, and proves of each wall that it rejects a bad sample. */
class ArchitectureTest {
  private static JavaClasses house;
  private static JavaClasses badHouse;

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .importPackages("app.ringbook")
            .that(DescribedPredicate.describe("are not tests", ArchitectureTest::ofTheProgram));
    badHouse = new ClassFileImporter().importPackages("badhouse");
  }

  private static boolean ofTheProgram(JavaClass one) {
    String outer = one.getName().replaceFirst("\\$.*", "").replace('.', '/');
    return Files.exists(Path.of("src/main/java", outer + ".java"));
  }

  static Stream<String> rules() {
    return new HouseRules("app.ringbook").all().stream().map(HouseRules.Rule::name);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsItsWalls(String name) {
    assertThat(rule("app.ringbook", name).broken(house)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachWallRejectsItsBadSample(String name) {
    assertThat(rule("badhouse", name).broken(badHouse)).isNotEmpty();
  }

  @Test
  void packagesFormNoCycles() {
    assertThat(noCycles("app.ringbook").evaluate(house).getFailureReport().getDetails()).isEmpty();
    assertThat(noCycles("badhouse").evaluate(badHouse).hasViolation()).isTrue();
  }

  @Test
  void theHouseIsNotEmpty() {
    assertThat(house.size()).isGreaterThan(20);
  }

  private static ArchRule noCycles(String root) {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("what goes round in a circle can only be changed together");
  }

  private static HouseRules.Rule rule(String root, String name) {
    List<HouseRules.Rule> found =
        new HouseRules(root).all().stream().filter(r -> r.name().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
