package app.ringbook.cli;

import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.FilterText;
import app.ringbook.customer.filter.OwnViews;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.CustomerListSettings;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.settings.CustomerListSettings.View;
import app.ringbook.spreadsheet.export.ExportFormat;
import app.ringbook.spreadsheet.export.ExportSource;
import app.ringbook.spreadsheet.export.Exports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export KIND FILE}: records go into a sheet that can be imported again. */
@Command(
    name = "export",
    description = {
      "Exports customers, contacts, leads, calls or timelines to xlsx or csv, contacts to vcf too.",
      "Without --view everything that is known; with it the columns, order and filter of the view."
    },
    footer = {
      "",
      "TEXT is the filter of the list in words:",
      "  tier in (\"A\", \"B\") and not tags in (\"Expo\")",
      "  nextContact overdue or lastContact longer_ago 30",
      "  name contains \"valve\" and owner is \"Li Wei\" and doNotCall no"
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "customers|contacts|leads|calls|timeline")
  private String kind = "customers";

  @Parameters(index = "1", paramLabel = "FILE.xlsx|FILE.csv|FILE.vcf")
  private Path file = Path.of("");

  @Option(
      names = "--view",
      paramLabel = "NAME",
      description = "A view of the list of customers: its filter, order and columns.")
  private @Nullable String view;

  @Option(
      names = "--where",
      paramLabel = "TEXT",
      description = "Only records that the filter means.")
  private @Nullable String where;

  @Option(
      names = "--vcard",
      paramLabel = "4.0|3.0",
      description = "Version of address cards; 3.0 for older address books.")
  private @Nullable String vcard;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Output output = session.output();
    ExportFormat format = format();
    Filter narrowing = FilterText.read(where == null ? "" : where);
    Exports.Done done;
    try (House house = session.open()) {
      View chosen = chosen(house.settings().customerList());
      ListQuery query =
          new ListQuery(chosen.sort(), chosen.descending(), "", FilterText.read(chosen.filter()));
      List<String> columns =
          view == null ? List.of() : chosen.columns().stream().map(Column::field).toList();
      String narrowed = FilterText.write(Filter.all(query.filter(), narrowing).simplified());
      ExportSource<?> source =
          house.exports().sources().of(kind, query, columns, narrowing, output.texts());
      done =
          house.exports().write(source, narrowed, file, format, output.texts(), output.watched());
    }
    output.progressDone();
    print(output, done);
    return Exit.DONE;
  }

  private ExportFormat format() {
    ExportFormat format = ExportFormat.of(file);
    if (vcard != null && !(vcard.equals("4.0") || vcard.equals("3.0"))) {
      throw new ProblemException("cli.problem.vcard", vcard);
    }
    return format.cards() && "3.0".equals(vcard) ? ExportFormat.VCARD3 : format;
  }

  private View chosen(CustomerListSettings kept) {
    String wanted = view;
    if (wanted == null) {
      return OwnViews.all().getFirst();
    }
    return OwnViews.named(kept, wanted)
        .orElseThrow(
            () ->
                new ProblemException(
                    "cli.problem.view",
                    wanted,
                    String.join(
                        ", ",
                        OwnViews.of(kept).stream()
                            .map(v -> v.name().isEmpty() ? v.id() : v.name())
                            .toList())));
  }

  private void print(Output output, Exports.Done done) {
    double seconds = Math.round(done.seconds() * 1000) / 1000.0;
    output.result(
        Output.fields(
            "rows", done.rows(),
            "file", done.file().toString(),
            "seconds", seconds,
            "kind", kind,
            "cut", done.cut()),
        "cli.export.done",
        done.rows(),
        done.file().toString(),
        seconds);
    if (done.cut() > 0 && !output.json()) {
      output.say("cli.export.cut", done.cut());
    }
  }
}
