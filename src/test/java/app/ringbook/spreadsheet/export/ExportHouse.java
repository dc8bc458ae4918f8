package app.ringbook.spreadsheet.export;

import app.ringbook.app.sheets.SheetRooms;
import app.ringbook.call.CallHouse;
import app.ringbook.customer.CustomerList;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.catalogue.ContactCatalogue;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.profile.Departments;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.Leads;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.settings.Settings;
import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.testkit.TestColumns;
import app.ringbook.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The services of imports and exports on a test's database. */
final class ExportHouse implements AutoCloseable {
  final CallHouse calls;
  final CustomFields fields;
  final Profiles profiles;
  final Departments departments;
  final Leads leads;
  final SheetRooms sheets;
  private final CustomerSearch search;

  ExportHouse(TestDatabase test) {
    calls = new CallHouse(test);
    fields = new CustomFields(test.database());
    profiles = new Profiles(test.database(), test.clock());
    departments = new Departments(test.database());
    leads =
        new Leads(
            test.database(),
            new CustomerSearch(test.database()),
            calls.customers,
            calls.twins,
            calls.timeline,
            calls.records,
            calls.numbers,
            calls.clock);
    search = new CustomerSearch(test.database());
    Ratings ratings = new Ratings(new Settings(test.folders().settings()));
    sheets =
        SheetRooms.build(
            new SheetRooms.Doors(
                test.database(),
                calls.customers,
                new CustomerList(test.database(), search, TestColumns.of(test)),
                calls.timeline,
                calls.records,
                leads,
                new LeadIntake(test.database(), leads, calls.matcher, test.clock()),
                calls.numbers,
                test.clock()),
            new SheetRooms.Facts(
                profiles,
                calls.twins,
                departments,
                new CustomerCatalogue(fields, ratings, test.clock()),
                new ContactCatalogue(fields, test.clock()),
                () -> "CNY"),
            progress -> {});
  }

  Exports.Done export(String kind, Path file, Texts texts) {
    return export(kind, file, ListQuery.ALL, List.of(), Filter.everyone(), texts);
  }

  Exports.Done export(
      String kind, Path file, ListQuery query, List<String> columns, Filter where, Texts texts) {
    ExportSource<?> source = sheets.exports().sources().of(kind, query, columns, where, texts);
    return sheets.exports().write(source, "", file, ExportFormat.of(file), texts, Progress.NONE);
  }

  /** What an import of the file would come to, under each of these policies. */
  List<Rehearsal> rehearse(String kind, Path file, DuplicatePolicy... policies) {
    return read(
        kind,
        file,
        (rows, match) ->
            Stream.of(policies)
                .map(
                    policy ->
                        sheets
                            .imports()
                            .line()
                            .rehearse(rows, match, options(kind, policy), Progress.NONE))
                .toList());
  }

  /** Imports the file. */
  Rehearsal commit(String kind, Path file) {
    return read(
        kind,
        file,
        (rows, match) ->
            sheets
                .imports()
                .line()
                .commit(rows, match, options(kind, DuplicatePolicy.NEW), Progress.NONE)
                .rows());
  }

  private static ImportOptions options(String kind, DuplicatePolicy policy) {
    return ImportOptions.DEFAULT.withKind(kind).withPolicy(policy);
  }

  /** Our own files need no process of their own to be read in. */
  private <T> T read(String kind, Path file, BiFunction<SheetRows, ColumnMatch, T> work) {
    SheetFile sheet = SheetFile.openTrusted(file);
    try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
      RecordKind record = sheets.imports().line().kinds().byWord(kind);
      return work.apply(rows, new ColumnMatcher(calls.numbers, record.fields()).match(rows));
    }
  }

  @Override
  public void close() {
    search.close();
    calls.close();
  }
}
