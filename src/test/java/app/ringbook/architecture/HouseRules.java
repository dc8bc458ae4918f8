package app.ringbook.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The walls as data: a name, the reason with what to do instead, and what breaks them. */
final class HouseRules {
  private final String root;

  /**
   * @param root root package whose sub-packages are the rooms
   */
  HouseRules(String root) {
    this.root = root;
  }

  /** One wall. */
  record Rule(
      String name,
      String because,
      Predicate<JavaClass> classBreaks,
      BiPredicate<JavaClass, Dependency> importBreaks) {

    /** What breaks this wall, one sentence each. */
    List<String> broken(JavaClasses classes) {
      TreeSet<String> found = new TreeSet<>();
      for (JavaClass one : classes) {
        if (classBreaks.test(one)) {
          found.add(one.getName() + ": " + name + ", because " + because);
        }
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
          if (importBreaks.test(one, dependency)) {
            found.add(dependency.getDescription() + ": " + name + ", because " + because);
          }
        }
      }
      return List.copyOf(found);
    }
  }

  /** All walls but the cycle check. */
  List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        onClass(
            "every package is a row of the table",
            "a room nobody planned has no walls: add a row to HouseTable",
            c -> HouseTable.room(relative(c)).isEmpty()));
    rules.add(
        onImport(
            "rooms import only what the table allows",
            "otherwise nobody can change one room without the others: see HouseTable",
            this::tableBroken));
    rules.add(
        onlyIn(
            "JavaFX is for windows",
            "logic must run and be tested without a toolkit: put it into a view",
            "javafx.",
            this::mayUseJavaFx));
    rules.add(
        onImport(
            "a model sees no scene",
            "models are tested without a toolkit: use javafx.beans and javafx.collections only",
            (c, d) ->
                c.getSimpleName().endsWith("Model")
                    && (target(d).startsWith("javafx.scene")
                        || target(d).startsWith("javafx.stage"))));
    rules.add(
        onlyIn(
            "MyBatis is for mappers",
            "SQL has one place: use a mapper through Database",
            "org.apache.ibatis.",
            c -> in(c, "store") || c.getSimpleName().endsWith("Mapper")));
    rules.add(
        onClass(
            "mappers are package-private",
            "the plural class of a feature is its only door",
            c ->
                c.getSimpleName().endsWith("Mapper")
                    && c.isInterface()
                    && c.getModifiers().contains(JavaModifier.PUBLIC)));
    rules.add(
        onlyIn(
            "jSerialComm is behind SerialLine",
            "its traps are handled in one class: use telephony.serial",
            "com.fazecast.",
            c -> in(c, "telephony.serial")));
    rules.add(
        onlyIn(
            "POI is for spreadsheets",
            "use spreadsheet's readers and writers",
            "org.apache.poi.",
            c -> in(c, "spreadsheet")));
    rules.add(
        onlyIn(
            "Jackson is for settings and the command line",
            "the rest of the house passes records",
            "tools.jackson.",
            c -> in(c, "settings") || in(c, "cli")));
    rules.add(
        onlyIn(
            "picocli is for the command line",
            "services take values, not words",
            "picocli.",
            c -> in(c, "cli")));
    rules.add(
        onImport(
            "drivers know neither each other nor calls",
            "a driver is one folder that can be taken out",
            this::driverBroken));
    rules.add(
        onImport(
            "threads come from platform",
            "threads nobody owns are never closed: use Background or PhoneLink",
            this::threadBroken));
    rules.add(
        onImport(
            "runLater is Fx.later",
            "one place hands work to the window",
            (c, d) ->
                calls(d, "javafx.application.Platform.runLater")
                    && !c.getName().equals(root + ".ui.Fx")));
    rules.add(onImport("now is asked of AppClock", "tests set the clock", this::nowBroken));
    rules.add(
        onClass(
            "names say what a class does",
            "Util, Helper, Manager and Impl say nothing",
            c -> c.getSimpleName().matches(".*(Utils?|Helper|Manager|Impl)")));
    return rules;
  }

  private static Rule onClass(String name, String because, Predicate<JavaClass> breaks) {
    return new Rule(name, because, breaks, (c, d) -> false);
  }

  private static Rule onImport(
      String name, String because, BiPredicate<JavaClass, Dependency> breaks) {
    return new Rule(name, because, c -> false, breaks);
  }

  private Rule onlyIn(String name, String because, String library, Predicate<JavaClass> allowed) {
    return onImport(name, because, (c, d) -> target(d).startsWith(library) && !allowed.test(c));
  }

  private boolean tableBroken(JavaClass from, Dependency dependency) {
    JavaClass to = dependency.getTargetClass().getBaseComponentType();
    if (!inside(to)) {
      return false;
    }
    var fromRoom = HouseTable.room(relative(from));
    var toRoom = HouseTable.room(relative(to));
    return fromRoom.isPresent()
        && toRoom.isPresent()
        && !HouseTable.allows(fromRoom.get(), toRoom.get());
  }

  private boolean mayUseJavaFx(JavaClass one) {
    String room = HouseTable.room(relative(one)).orElse("");
    return room.endsWith(".view")
        || room.equals("shell")
        || room.equals("ui")
        || room.equals("app")
        || outer(one).equals(root + ".Main");
  }

  private boolean driverBroken(JavaClass from, Dependency dependency) {
    String here = driverOf(from);
    String there = driverOf(dependency.getTargetClass().getBaseComponentType());
    return !here.isEmpty()
        && ((!there.isEmpty() && !there.equals(here))
            || target(dependency).startsWith(root + ".call"));
  }

  private String driverOf(JavaClass one) {
    String prefix = root + ".telephony.driver.";
    String name = one.getPackageName();
    return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.", 2)[0] : "";
  }

  private boolean threadBroken(JavaClass from, Dependency dependency) {
    boolean starts =
        calls(dependency, "java.lang.Thread.<init>")
            || calls(dependency, "java.lang.Thread.ofPlatform")
            || calls(dependency, "java.lang.Thread.ofVirtual")
            || calls(dependency, "java.lang.Thread.startVirtualThread")
            || calls(dependency, "java.util.concurrent.Executors.new");
    // The store's writer owns the one connection that writes; PhoneLink owns a port.
    return starts
        && !in(from, "platform")
        && !outer(from).equals(root + ".telephony.link.PhoneLink")
        && !outer(from).equals(root + ".store.Writer");
  }

  private boolean nowBroken(JavaClass from, Dependency dependency) {
    boolean asks =
        calls(dependency, "java.time.Instant.now(")
            || calls(dependency, "java.time.LocalDate.now(")
            || calls(dependency, "java.time.LocalDateTime.now(")
            || calls(dependency, "java.time.ZonedDateTime.now(")
            || calls(dependency, "java.time.LocalTime.now(")
            || calls(dependency, "java.lang.System.currentTimeMillis")
            || calls(dependency, "java.time.Clock.system");
    return asks && !outer(from).equals(root + ".platform.AppClock");
  }

  private static boolean calls(Dependency dependency, String method) {
    return dependency.getDescription().contains("<" + method);
  }

  private boolean inside(JavaClass one) {
    return one.getPackageName().equals(root) || one.getPackageName().startsWith(root + ".");
  }

  private boolean in(JavaClass one, String room) {
    String relative = relative(one);
    return relative.equals(room) || relative.startsWith(room + ".");
  }

  private String relative(JavaClass one) {
    String name = one.getPackageName();
    return name.equals(root) ? "" : name.substring(Math.min(name.length(), root.length() + 1));
  }

  private static String outer(JavaClass one) {
    String name = one.getName();
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  private static String target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType().getName();
  }
}
