package app.ringbook.spreadsheet;

import java.util.List;

/** What stored customers say in fields whose values are chosen from those there are. */
interface KnownValueMapper {
  List<String> owners();

  List<String> sources();
}
