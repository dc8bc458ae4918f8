package app.ringbook.lead.view;

import app.ringbook.call.view.NextContactPicker;
import app.ringbook.customer.view.PopoverLayer;
import app.ringbook.customer.view.Sheet;
import app.ringbook.lead.Lead;
import app.ringbook.platform.AppClock;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.words.DateWords;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks when leads are contacted next: one click for the usual moments, or words. */
final class LeadNext {
  private static final double WIDTH = 320;
  private final LeadsModel model;
  private final DateWords words;
  private final AppClock clock;
  private final Language language;
  private final Formats formats;

  LeadNext(LeadsModel model, DateWords words, AppClock clock, Language language, Formats formats) {
    this.model = model;
    this.words = words;
    this.clock = clock;
    this.language = language;
    this.formats = formats;
  }

  /** Chips and a field for a moment. */
  NextContactPicker picker(ObjectProperty<@Nullable Instant> value) {
    return new NextContactPicker(value, words::first, clock, language, formats);
  }

  /** Asks for one lead in its row; a click on a moment keeps it. */
  void ask(Lead lead, Node below, PopoverLayer layer) {
    ObjectProperty<@Nullable Instant> value = new SimpleObjectProperty<>(lead.nextContactAt());
    NextContactPicker picker = picker(value);
    VBox box = new VBox(8, picker);
    box.getStyleClass().add("lead-next");
    box.setPrefWidth(WIDTH);
    if (lead.nextContactAt() != null) {
      box.getChildren().add(none(() -> value.set(null), "small"));
    }
    value.addListener(
        (o, was, now) -> {
          layer.close();
          model.nextContact(List.of(lead), now, when(now));
        });
    layer.open(box, below, picker.first(), () -> {});
  }

  /** Asks for several leads at once. */
  Sheet sheet(List<Lead> leads) {
    return new Asking(leads);
  }

  private Button none(Runnable act, String style) {
    Button none = new Button();
    none.textProperty().bind(language.text("lead.next.none"));
    none.getStyleClass().addAll("flat", style);
    none.setOnAction(e -> act.run());
    return none;
  }

  private String when(@Nullable Instant at) {
    return at == null ? "" : formats.moment(at);
  }

  private final class Asking extends Sheet {
    Asking(List<Lead> leads) {
      super(language, "lead.next.title", "lead.next.save");
      ObjectProperty<@Nullable Instant> value =
          new SimpleObjectProperty<>(leads.getFirst().nextContactAt());
      NextContactPicker picker = picker(value);
      add(picker);
      startAt(picker.first());
      addAtLeft(none(() -> keep(leads, null), "next-none"));
      saveButton().disableProperty().bind(value.isNull());
      onSave(() -> keep(leads, value.get()));
    }

    private void keep(List<Lead> leads, @Nullable Instant at) {
      close();
      model.nextContact(leads, at, when(at));
    }
  }
}
