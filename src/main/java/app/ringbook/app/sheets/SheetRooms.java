package app.ringbook.app.sheets;

import app.ringbook.call.CallRecords;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.Customers;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Departments;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.twins.Twins;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.Leads;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.SheetImports;
import app.ringbook.spreadsheet.export.CallExport;
import app.ringbook.spreadsheet.export.ContactExport;
import app.ringbook.spreadsheet.export.CustomerExport;
import app.ringbook.spreadsheet.export.ExportSources;
import app.ringbook.spreadsheet.export.Exports;
import app.ringbook.spreadsheet.export.LeadExport;
import app.ringbook.spreadsheet.export.TimelineExport;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.customer.FollowUpKind;
import app.ringbook.spreadsheet.kind.customer.ProfileColumns;
import app.ringbook.spreadsheet.kind.lead.LeadKind;
import app.ringbook.store.Database;
import app.ringbook.timeline.Timeline;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sheets in and out.
 *
 * @param imports what comes in
 * @param exports what can be exported, and who writes it
 */
public record SheetRooms(SheetImports imports, Exports exports) {

  /** What is read and written. */
  public record Doors(
      Database database,
      Customers customers,
      CustomerList list,
      Timeline timeline,
      CallRecords calls,
      Leads leads,
      LeadIntake intake,
      PhoneNumbers numbers,
      AppClock clock) {}

  /**
   * What is known of customers beside their rows.
   *
   * @param currency the one that is meant where none is written
   */
  public record Facts(
      Profiles profiles,
      Twins twins,
      Departments departments,
      CustomerCatalogue catalogue,
      ContactCatalogue contacts,
      Supplier<String> currency) {}

  private static List<String> labels(List<? extends Field<?>> fields) {
    return Stream.of(Texts.ENGLISH, Texts.CHINESE)
        .flatMap(texts -> fields.stream().map(field -> field.label(texts)))
        .toList();
  }

  /**
   * Puts them together.
   *
   * @param backup made before an import
   */
  public static SheetRooms build(Doors doors, Facts facts, ImportLine.Backup backup) {
    Kinds kinds =
        new Kinds(
            List.of(
                new CustomerKind(
                    doors.customers(),
                    doors.timeline(),
                    () -> labels(facts.catalogue().fields(Field.Use.EXPORT)),
                    new ProfileColumns(
                        () -> facts.catalogue().fields(Field.Use.IMPORT),
                        facts.profiles(),
                        new FieldValues(facts.currency())),
                    facts.twins()),
                new ContactKind(() -> labels(facts.contacts().fields())),
                new LeadKind(doors.leads(), doors.intake()),
                new FollowUpKind(doors.timeline())));
    ImportLine line =
        new ImportLine(doors.database(), kinds, doors.numbers(), doors.clock(), backup);
    CustomerExport customers =
        new CustomerExport(
            doors.list(), facts.profiles(), facts.catalogue(), doors.numbers(), kinds);
    ExportSources sources =
        new ExportSources(
            customers,
            new ContactExport(
                customers, facts.departments(), facts.contacts(), doors.numbers(), kinds),
            new LeadExport(doors.leads(), doors.numbers(), kinds),
            new CallExport(doors.calls()),
            new TimelineExport(customers, doors.timeline(), facts.catalogue(), kinds),
            doors.clock());
    return new SheetRooms(
        new SheetImports(line, doors.numbers(), doors.clock()),
        new Exports(doors.database(), sources, doors.clock(), facts.currency()));
  }
}
