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
import app.ringbook.spreadsheet.ImportResult;
import app.ringbook.spreadsheet.SheetImports;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.testkit.TestColumns;
import app.ringbook.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
            calls.customers,
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

  ImportResult rehearse(String kind, Path file, DuplicatePolicy policy) {
    return run(kind, file, policy, true);
  }

  ImportResult run(String kind, Path file, DuplicatePolicy policy, boolean rehearse) {
    return sheets
        .imports()
        .run(
            file,
            new SheetImports.Order(kind, null, Map.of(), policy, null, rehearse, null),
            Texts.ENGLISH,
            Progress.NONE);
  }

  @Override
  public void close() {
    search.close();
    calls.close();
  }
}
