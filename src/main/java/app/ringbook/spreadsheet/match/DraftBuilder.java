package app.ringbook.spreadsheet.match;

import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what the cells of one row say. */
final class DraftBuilder {
  private static final Field EMAIL = CustomerFields.field("email");
  private final Map<Field, String> values = new LinkedHashMap<>();
  private final List<RowDraft.DraftPhone> phones = new ArrayList<>();
  private final List<RowDraft.CellProblem> problems = new ArrayList<>();
  private final Map<Field, Instant> moments = new LinkedHashMap<>();
  private @Nullable Boolean doNotCall;
  private RowDraft.@Nullable Refusal refusal;

  /** Adds a value; further ones of a field are joined to it. */
  void add(Field field, String text) {
    if (text.isEmpty()) {
      return;
    }
    String separator = field.equals(CustomerFields.NOTE) ? "\n" : chinese(text) ? "" : ", ";
    values.merge(field, text, (before, more) -> before + separator + more);
  }

  void replace(Field field, String text) {
    values.put(field, text);
  }

  /** Puts what its own field cannot hold into the note. */
  void leftOver(String header, String text) {
    add(CustomerFields.NOTE, header + ": " + text);
  }

  void phone(PhoneKind kind, boolean personal, PhoneNumber number) {
    boolean known = phones.stream().anyMatch(p -> PhoneKeys.same(p.number(), number));
    if (!known) {
      phones.add(new RowDraft.DraftPhone(kind, personal, number));
    }
  }

  void moment(Field field, Instant moment) {
    moments.put(field, moment);
  }

  void doNotCall(boolean value) {
    doNotCall = value;
  }

  void problem(ProblemKind kind, int column) {
    problems.add(new RowDraft.CellProblem(kind, column));
  }

  /** The first reason stands. */
  void refuse(ProblemKind kind, String column, int limit) {
    if (refusal == null) {
      refusal = new RowDraft.Refusal(kind, column, limit);
      problem(kind, -1);
    }
  }

  String name() {
    return values.getOrDefault(CustomerFields.NAME, "");
  }

  boolean nothingButName() {
    return phones.isEmpty() && personName() == null;
  }

  RowDraft build(int index, int number) {
    RowDraft.Person person = person();
    String own = values.remove(CustomerFields.NAME);
    String name = own;
    if (name == null && person != null) {
      name = person.name();
    }
    if (name == null) {
      name = phones.stream().map(p -> p.number().raw()).findFirst().orElse(null);
    }
    if (name == null) {
      name = values.getOrDefault(EMAIL, "");
    }
    return new RowDraft(
        index,
        number,
        name,
        own != null,
        texts(),
        person,
        owned(person),
        Map.copyOf(moments),
        doNotCall,
        List.copyOf(problems),
        refusal);
  }

  private Map<Field, String> texts() {
    Map<Field, String> texts = new LinkedHashMap<>();
    values.forEach(
        (field, text) -> {
          if (field.kind() != Field.Kind.PERSON) {
            texts.put(field, text);
          }
        });
    return texts;
  }

  private RowDraft.@Nullable Person person() {
    String name = personName();
    String role = values.get(CustomerFields.ROLE);
    String email = values.get(CustomerFields.PERSON_EMAIL);
    if (name != null) {
      return new RowDraft.Person(name, role, email);
    }
    if (role != null) {
      add(CustomerFields.NOTE, role);
    }
    if (email != null) {
      values.putIfAbsent(EMAIL, email);
    }
    return null;
  }

  /** Family name first where it is written in Chinese, last elsewhere. */
  private @Nullable String personName() {
    String whole = values.get(CustomerFields.CONTACT);
    String first = values.get(CustomerFields.FIRST_NAME);
    String last = values.get(CustomerFields.LAST_NAME);
    if (whole != null || (first == null && last == null)) {
      return whole;
    }
    if (first == null || last == null) {
      return first == null ? last : first;
    }
    return chinese(first + last) ? last + first : first + " " + last;
  }

  private List<RowDraft.DraftPhone> owned(RowDraft.@Nullable Person person) {
    return person != null
        ? List.copyOf(phones)
        : phones.stream().map(p -> new RowDraft.DraftPhone(p.kind(), false, p.number())).toList();
  }

  private static boolean chinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
