package app.ringbook.app;

import app.ringbook.call.view.CallsBook;
import app.ringbook.call.view.CallsPage;
import app.ringbook.customer.view.Calling;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** What the page of calls asks of its surroundings. */
record CallActs(Calling calling, LongConsumer showCustomer, FileChoice files, Dialogs dialogs)
    implements CallsPage.Acts {

  @Override
  public void call(CallsBook.Target target) {
    calling.call(target.number(), target.doNotCall());
  }

  @Override
  public void openCustomer(long customerId) {
    showCustomer.accept(customerId);
  }

  @Override
  public void showInFolder(Path file) {
    Desk.showFolder(file);
  }
}
