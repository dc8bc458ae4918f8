package app.ringbook.customer.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which customers are meant. A condition on a field either holds or does not: a customer without
 * the value is not "one of", so it is "none of". Filters are equal if they say the same in the same
 * words.
 */
public sealed interface Filter {

  /** All parts hold; without parts everybody is meant. */
  record All(List<Filter> parts) implements Filter {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds; without parts nobody is meant. */
  record Any(List<Filter> parts) implements Filter {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not hold. */
  record Not(Filter part) implements Filter {}

  /**
   * A condition.
   *
   * @param field key of the field in the catalogue
   */
  record Where(String field, Condition condition) implements Filter {}

  /** Everybody is meant. */
  static Filter everyone() {
    return new All(List.of());
  }

  /** A condition on a field. */
  static Filter where(String field, Condition condition) {
    return new Where(field, condition);
  }

  /** All of these hold. */
  static Filter all(Filter... parts) {
    return new All(List.of(parts));
  }

  /** At least one of these holds. */
  static Filter any(Filter... parts) {
    return new Any(List.of(parts));
  }

  /** This does not hold. */
  static Filter not(Filter part) {
    return new Not(part);
  }

  /** True if everybody is meant, without looking at anyone. */
  default boolean everybody() {
    return simplified().equals(everyone());
  }

  /** The fields it looks at. */
  default Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    collect(this, fields);
    return fields;
  }

  private static void collect(Filter filter, Set<String> fields) {
    switch (filter) {
      case All all -> all.parts().forEach(part -> collect(part, fields));
      case Any any -> any.parts().forEach(part -> collect(part, fields));
      case Not not -> collect(not.part(), fields);
      case Where where -> fields.add(where.field());
    }
  }

  /**
   * The same without groups of one, groups in groups of the same kind and double negation; groups
   * that nothing was put into yet are left out.
   */
  default Filter simplified() {
    return switch (this) {
      case All all -> {
        List<Filter> parts = new ArrayList<>();
        for (Filter part : all.parts()) {
          Filter plain = part.simplified();
          if (plain instanceof All inner) {
            parts.addAll(inner.parts());
          } else {
            parts.add(plain);
          }
        }
        yield parts.size() == 1 ? parts.getFirst() : new All(parts);
      }
      case Any any -> {
        List<Filter> parts = new ArrayList<>();
        for (Filter part : any.parts()) {
          Filter plain = part.simplified();
          if (plain instanceof Any inner) {
            parts.addAll(inner.parts());
          } else if (!plain.equals(everyone())) {
            parts.add(plain);
          }
        }
        yield parts.isEmpty() ? everyone() : parts.size() == 1 ? parts.getFirst() : new Any(parts);
      }
      case Not not -> {
        Filter plain = not.part().simplified();
        yield plain.equals(everyone())
            ? everyone()
            : plain instanceof Not inner ? inner.part() : new Not(plain);
      }
      case Where where -> where;
    };
  }
}
