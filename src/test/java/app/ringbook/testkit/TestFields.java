package app.ringbook.testkit;

import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.FieldDefinitions;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.profile.Ratings;
import app.ringbook.platform.AppClock;
import app.ringbook.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** The fields that customers have without any of the user's own. */
public final class TestFields {
  /** Nothing was defined. */
  public static final FieldDefinitions NONE =
      new FieldDefinitions() {
        @Override
        public List<CustomField> of(FieldObject object) {
          return List.of();
        }

        @Override
        public List<CustomField> allOf(FieldObject object) {
          return List.of();
        }
      };

  /** Their words. */
  public static final Ratings RATINGS = new Ratings(new Settings(Path.of("target", "no-settings")));

  private TestFields() {}

  /** The catalogue. */
  public static CustomerCatalogue catalogue(AppClock clock) {
    return new CustomerCatalogue(NONE, RATINGS, clock);
  }
}
