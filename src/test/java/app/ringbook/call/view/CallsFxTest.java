package app.ringbook.call.view;

import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.settings.CallSettings;
import app.ringbook.settings.Settings;
import app.ringbook.testkit.FakeClock;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Toast;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The page of calls over invented calls. */
abstract class CallsFxTest extends CallFxTest {
  @TempDir static Path folder;
  protected final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  protected final FakeCallsBook book = new FakeCallsBook();
  protected final Settings settings = new Settings(folder.resolve("s" + System.nanoTime()));
  protected final Background background = new Background(Fx.executor());
  protected final List<Toast> toasts = new CopyOnWriteArrayList<>();
  protected final List<String> asked = new ArrayList<>();
  protected final CallsModel model =
      onFx(
          () ->
              new CallsModel(
                  book,
                  new CallsChoice(settings, background, clock),
                  background,
                  Fx.executor(),
                  clock));
  protected final OpenCallModel openCall =
      onFx(() -> new OpenCallModel(model, book, () -> CallSettings.DEFAULT.results(), background));
  protected final CallsPage page = onFx(this::makePage);

  protected final CallsPage makePage() {
    return new CallsPage(
        model,
        openCall,
        new Asked(asked),
        () -> asked.add("connect"),
        new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "021", "")),
        language(),
        new Formats(language(), clock),
        toast -> {
          toasts.add(toast);
          return NOTHING;
        });
  }

  private static final app.ringbook.ui.Toasts.Shown NOTHING =
      new app.ringbook.ui.Toasts.Shown() {
        @Override
        public void progress(double fraction, String count) {}

        @Override
        public void close() {}
      };

  private record Asked(List<String> asked) implements CallsPage.Acts {
    @Override
    public void call(CallsBook.Target target) {
      asked.add("call " + target.number().raw());
    }

    @Override
    public void openCustomer(long customerId) {
      asked.add("customer " + customerId);
    }

    @Override
    public void showInFolder(Path file) {
      asked.add("folder " + file);
    }

    @Override
    public Dialogs dialogs() {
      return new NoDialogs(asked::add);
    }

    @Override
    public FileChoice files() {
      return new NoFiles();
    }
  }

  @AfterEach
  final void end() {
    fx(page::hidden);
    background.close();
  }
}
