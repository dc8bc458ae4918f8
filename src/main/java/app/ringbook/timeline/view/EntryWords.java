package app.ringbook.timeline.view;

import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an entry says in words: a subject in bold and a detail beside it. */
final class EntryWords {
  private final Language language;
  private final Formats formats;
  private final Map<TimelineKind, EntryRenderer> renderers = new EnumMap<>(TimelineKind.class);

  EntryWords(Language language, Formats formats, List<EntryRenderer> renderers) {
    renderers.forEach(renderer -> this.renderers.put(renderer.kind(), renderer));
    this.language = language;
    this.formats = formats;
  }

  /** How the kind is shown by the room that writes it, or null. */
  @Nullable EntryRenderer renderer(TimelineEntry entry) {
    return renderers.get(entry.kind());
  }

  /** The icon on the line. */
  EntryRenderer.Mark mark(TimelineEntry entry) {
    return Optional.ofNullable(renderer(entry))
        .flatMap(renderer -> renderer.mark(entry))
        .orElseGet(() -> KindLook.mark(entry));
  }

  /** The whole entry in one line. */
  String line(TimelineEntry entry) {
    return Optional.ofNullable(renderer(entry))
        .flatMap(renderer -> renderer.words(entry))
        .orElseGet(
            () -> {
              String detail = detail(entry);
              return detail.isEmpty()
                  ? subject(entry)
                  : language.now("timeline.latest.line", subject(entry), detail);
            });
  }

  /** Who or what, in bold: a note's writer, a call's own words, else what happened. */
  String subject(TimelineEntry entry) {
    return switch (entry.kind()) {
      case NOTE -> entry.actor();
      case CALL ->
          entry.title().isEmpty() ? language.now(KindLook.titleKey(entry.kind())) : entry.title();
      case NEXT_CONTACT, IMPORTED, CREATED, CHANGED, MERGED ->
          language.now(KindLook.titleKey(entry.kind()));
      case LEAD ->
          language.now(Objects.requireNonNullElse(entry.detail(), KindLook.titleKey(entry.kind())));
    };
  }

  /** The rest; empty for nothing. */
  String detail(TimelineEntry entry) {
    return switch (entry.kind()) {
      case NOTE, IMPORTED, CHANGED -> Objects.requireNonNullElse(entry.detail(), entry.title());
      // The detail of a call is for its renderer, not for people.
      case CALL, CREATED -> "";
      case LEAD, MERGED -> entry.title();
      case NEXT_CONTACT -> nextContact(entry);
    };
  }

  /** The reference of a next contact is its moment, its text is what for. */
  private String nextContact(TimelineEntry entry) {
    String why = Objects.requireNonNullElse(entry.detail(), entry.title());
    Long moment = entry.ref();
    if (moment == null) {
      return why;
    }
    String when = formats.moment(Instant.ofEpochMilli(moment));
    return why.isEmpty() ? when : language.now("timeline.entry.next_contact_detail", when, why);
  }
}
