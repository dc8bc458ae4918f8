package app.ringbook.spreadsheet.view;

import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.export.ExportFormat;
import app.ringbook.spreadsheet.export.ExportSource;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What somebody wants to export: what of it, as which kind of file. Used on the front thread. */
public final class ExportModel {

  /** Which records of a list. */
  public enum Which {
    /** Those that are checked. */
    CHECKED,
    /** Those that the list shows. */
    LISTED,
    /** All there are. */
    ALL;

    /** Text key of its name, with the number of records. */
    String labelKey() {
      return "spreadsheet.export.which." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a page has to export.
   *
   * @param kinds names of the kinds, the usual one first
   * @param checked how many records are checked
   * @param listed how many the list shows
   * @param all how many there are
   * @param columns true if the list has columns of the user's choice
   * @param source makes what was chosen
   */
  public record Offer(
      List<String> kinds, long checked, long listed, long all, boolean columns, Source source) {
    /** Copies the kinds. */
    public Offer {
      kinds = List.copyOf(kinds);
    }
  }

  /** Makes a source of what was chosen. Called off the window's thread. */
  @FunctionalInterface
  public interface Source {
    /** What to write, and what narrowed it. */
    Made make(Choice choice, Texts texts);
  }

  /**
   * What is written.
   *
   * @param source the records
   * @param narrowed what narrowed them, in the text form of filters; empty for nothing
   */
  public record Made(ExportSource<?> source, String narrowed) {}

  /**
   * What was chosen.
   *
   * @param kind name of the kind
   * @param which which records
   * @param everything true for all columns there are, false for those of the list
   * @param format kind of file
   */
  public record Choice(String kind, Which which, boolean everything, ExportFormat format) {}

  private final Offer offer;
  private final ObjectProperty<String> kind;
  private final ObjectProperty<Which> which;
  private final BooleanProperty everything = new SimpleBooleanProperty();
  private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.XLSX);

  /** Begins with what is checked, else with what is listed. */
  public ExportModel(Offer offer) {
    this.offer = offer;
    this.kind = new SimpleObjectProperty<>(offer.kinds().getFirst());
    this.which = new SimpleObjectProperty<>(offer.checked() > 0 ? Which.CHECKED : Which.LISTED);
    kind.addListener((at, was, is) -> keepPossible());
  }

  /** What can be chosen from. */
  public Offer offer() {
    return offer;
  }

  /** Name of the kind. */
  public ObjectProperty<String> kind() {
    return kind;
  }

  /** Which records. */
  public ObjectProperty<Which> which() {
    return which;
  }

  /** All columns, or those of the list. */
  public BooleanProperty everything() {
    return everything;
  }

  /** Kind of file. */
  public ObjectProperty<ExportFormat> format() {
    return format;
  }

  /** The choices of records; a list that shows all has no third one. */
  public List<Which> choices() {
    return Stream.of(Which.values())
        .filter(
            one ->
                switch (one) {
                  case CHECKED -> offer.checked() > 0;
                  case LISTED -> true;
                  case ALL -> offer.all() > offer.listed();
                })
        .toList();
  }

  /** How many records of the list a choice means. */
  public long count(Which choice) {
    return switch (choice) {
      case CHECKED -> offer.checked();
      case LISTED -> offer.listed();
      case ALL -> offer.all();
    };
  }

  /** The kinds of files the chosen kind can be written as. */
  public List<ExportFormat> formats() {
    boolean people = kind.get().equals(ContactKind.WORD);
    return Stream.of(ExportFormat.values()).filter(one -> people || !one.cards()).toList();
  }

  /** True if the list's columns can be taken. */
  public boolean hasColumns() {
    return offer.columns() && kind.get().equals(CustomerKind.WORD);
  }

  /** What is chosen at present. */
  public Choice choice() {
    return new Choice(kind.get(), which.get(), everything.get() || !hasColumns(), format.get());
  }

  private void keepPossible() {
    if (!formats().contains(format.get())) {
      format.set(ExportFormat.XLSX);
    }
  }
}
