package app.ringbook.customer.view;

import app.ringbook.customer.columns.ColumnField.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a line of the filter builder can say of a field. */
enum Operator {
  /** One of some values. */
  ONE_OF(Operand.VALUES, Group.TEXT),
  /** None of some values. */
  NONE_OF(Operand.VALUES, Group.TEXT),
  /** A text with this in it. */
  CONTAINS(Operand.TEXT, Group.TEXT),
  /** A text without this in it. */
  LACKS(Operand.TEXT, Group.TEXT),
  /** A text that begins so. */
  STARTS(Operand.TEXT, Group.TEXT),
  /** Before today. */
  OVERDUE(Operand.NONE, Group.DAY),
  /** The day before today. */
  YESTERDAY(Operand.NONE, Group.DAY),
  /** Today. */
  TODAY(Operand.NONE, Group.DAY),
  /** The day after today. */
  TOMORROW(Operand.NONE, Group.DAY),
  /** Monday to Sunday before this week. */
  LAST_WEEK(Operand.NONE, Group.DAY),
  /** Monday to Sunday with today. */
  THIS_WEEK(Operand.NONE, Group.DAY),
  /** Monday to Sunday after this week. */
  NEXT_WEEK(Operand.NONE, Group.DAY),
  /** The calendar month before this one. */
  LAST_MONTH(Operand.NONE, Group.DAY),
  /** The calendar month with today. */
  THIS_MONTH(Operand.NONE, Group.DAY),
  /** The calendar month after this one. */
  NEXT_MONTH(Operand.NONE, Group.DAY),
  /** The calendar year with today. */
  THIS_YEAR(Operand.NONE, Group.DAY),
  /** Today and days after it. */
  NEXT_DAYS(Operand.DAYS, Group.DAY),
  /** Today and days before it. */
  LAST_DAYS(Operand.DAYS, Group.DAY),
  /** More than so many days ago. */
  LONGER_AGO(Operand.DAYS, Group.DAY),
  /** On a day. */
  ON(Operand.DATE, Group.DAY),
  /** On a day or later. */
  FROM(Operand.DATE, Group.DAY),
  /** On a day or earlier. */
  UNTIL(Operand.DATE, Group.DAY),
  /** Equal to a number. */
  EQUAL(Operand.NUMBER, Group.NUMBER),
  /** Smaller than a number. */
  BELOW(Operand.NUMBER, Group.NUMBER),
  /** Not larger than a number. */
  AT_MOST(Operand.NUMBER, Group.NUMBER),
  /** Larger than a number. */
  ABOVE(Operand.NUMBER, Group.NUMBER),
  /** Not smaller than a number. */
  AT_LEAST(Operand.NUMBER, Group.NUMBER),
  /** Set. */
  YES(Operand.NONE, Group.FLAG),
  /** Not set. */
  NO(Operand.NONE, Group.FLAG),
  /** Without a value. */
  EMPTY(Operand.NONE, Group.VALUE),
  /** With a value. */
  FILLED(Operand.NONE, Group.VALUE);

  /** What is typed behind an operator. */
  enum Operand {
    /** Nothing. */
    NONE,
    /** A text. */
    TEXT,
    /** Values, separated by commas. */
    VALUES,
    /** A number of days. */
    DAYS,
    /** A day, in words or digits. */
    DATE,
    /** A number. */
    NUMBER
  }

  private final Operand operand;
  private final Group group;

  Operator(Operand operand, Group group) {
    this.operand = operand;
    this.group = group;
  }

  /** Forms of fields of which the same can be said. */
  private enum Group {
    /** Texts. */
    TEXT,
    /** Dates and moments. */
    DAY,
    /** Numbers. */
    NUMBER,
    /** Marks. */
    FLAG,
    /** All that may be missing. */
    VALUE;

    boolean has(Form form) {
      return switch (form) {
        case TEXT, TEXTS -> this == TEXT || this == VALUE;
        case MOMENT, DATE -> this == DAY || this == VALUE;
        case NUMBER -> this == NUMBER || this == VALUE;
        case FLAG -> this == FLAG;
      };
    }
  }

  /** What is typed behind it. */
  Operand operand() {
    return operand;
  }

  /** Key of its words, with the operand as {0}. */
  String key() {
    return "customer.operator." + name().toLowerCase(Locale.ROOT);
  }

  /** What can be said of fields of this form, the usual first. */
  static List<Operator> of(Form form) {
    return Arrays.stream(values()).filter(o -> o.group.has(form)).toList();
  }
}
