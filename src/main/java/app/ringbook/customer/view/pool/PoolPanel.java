package app.ringbook.customer.view.pool;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.pool.Pool;
import app.ringbook.customer.view.CustomerPanel;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.platform.Subscription;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says of a customer nobody looks after that it may be claimed, and of one that falls to the pool
 * soon when that is; offers to release it. Says nothing while no rule of the pool is set.
 */
public final class PoolPanel implements CustomerPanel {
  private final Surroundings around;
  private final Pool pool;
  private final VBox box = new VBox(8);
  private Subscription following = () -> {};
  private long shown;
  private @Nullable Known known;

  private record Known(Customer customer, @Nullable Instant fallsAt) {}

  /** Shows nobody. */
  public PoolPanel(Surroundings around, Pool pool) {
    this.around = around;
    this.pool = pool;
    box.getStyleClass().addAll("profile-section", "pool");
    around.language().follow(box, this::draw);
  }

  @Override
  public Place place() {
    return Place.LEFT;
  }

  @Override
  public VBox node() {
    return box;
  }

  @Override
  public void show(long customerId) {
    shown = customerId;
    known = null;
    draw();
    following.close();
    following =
        around
            .book()
            .changes(
                ids -> {
                  if (ids.contains(customerId)) {
                    around.front().execute(() -> read(customerId));
                  }
                });
    read(customerId);
  }

  @Override
  public void hidden() {
    following.close();
    following = () -> {};
  }

  private void read(long customerId) {
    around
        .background()
        .run(
            progress ->
                around
                    .book()
                    .portrait(customerId)
                    .map(Portrait::customer)
                    .map(c -> new Known(c, pool.fallsAt(customerId).orElse(null))))
        .orElse(around.changes()::report)
        .then((Optional<Known> found) -> found(customerId, found.orElse(null)));
  }

  private void found(long customerId, @Nullable Known found) {
    if (shown == customerId) {
      known = found;
      draw();
    }
  }

  private void draw() {
    box.getChildren().clear();
    Known now = known;
    boolean used = now != null && pool.inUse();
    box.setVisible(used);
    box.setManaged(used);
    if (now == null || !used) {
      return;
    }
    Language language = around.language();
    Customer customer = now.customer();
    Instant falls = now.fallsAt();
    String owner = customer.owner();
    if (owner == null || owner.isBlank()) {
      Button claim =
          Parts.button(Feather.USER_CHECK, language.text("customer.pool.claim"), this::claim);
      claim.setId("pool-claim");
      box.getChildren()
          .addAll(Parts.label(language.text("customer.pool.nobodys"), "secondary"), claim);
      return;
    }
    if (falls != null) {
      Label warning =
          new Label(
              language.now(
                  "customer.pool.falls",
                  Math.max(0, ChronoUnit.DAYS.between(around.clock().now(), falls))));
      warning.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
      warning.setWrapText(true);
      box.getChildren().add(warning);
    }
    Button release =
        Parts.button(
            Feather.CORNER_UP_LEFT,
            language.text("customer.pool.release"),
            () ->
                new ReleaseSheet(around, reason -> release(customer, reason))
                    .showOn(around.dialogs()),
            "flat",
            "small");
    release.setId("pool-release");
    box.getChildren().add(release);
  }

  private void claim() {
    Known now = known;
    if (now != null) {
      Customer customer = now.customer();
      around
          .changes()
          .make(
              () -> pool.claim(customer.id()).sequence(), "customer.pool.claimed", customer.name());
    }
  }

  private void release(Customer customer, String reason) {
    around
        .changes()
        .make(
            () -> pool.release(customer.id(), reason).sequence(),
            "customer.pool.released",
            customer.name());
  }
}
