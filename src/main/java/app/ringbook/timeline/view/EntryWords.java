package app.ringbook.timeline.view;

import app.ringbook.timeline.TimelineEntry;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.util.Objects;

/** What an entry says in words: a subject in bold and a detail beside it. */
final class EntryWords {
  private final Language language;
  private final Formats formats;

  EntryWords(Language language, Formats formats) {
    this.language = language;
    this.formats = formats;
  }

  /** Who or what, in bold: a note's writer, a call's own words, else what happened. */
  String subject(TimelineEntry entry) {
    return switch (entry.kind()) {
      case NOTE -> entry.actor();
      case CALL ->
          entry.title().isEmpty() ? language.now(KindLook.titleKey(entry.kind())) : entry.title();
      case NEXT_CONTACT, IMPORTED, CREATED, CHANGED ->
          language.now(KindLook.titleKey(entry.kind()));
    };
  }

  /** The rest; empty for nothing. */
  String detail(TimelineEntry entry) {
    return switch (entry.kind()) {
      case NOTE, IMPORTED, CHANGED -> Objects.requireNonNullElse(entry.detail(), entry.title());
      case CALL -> Objects.requireNonNullElse(entry.detail(), "");
      case CREATED -> "";
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
