package app.ringbook.spreadsheet.file;

/** What a file is by its content, whatever its name ends with. */
public enum SheetKind {
  /** Office Open XML: xlsx, xlsm, xltx. */
  XLSX,
  /** Office Open XML inside an encrypted container that may open without asking. */
  XLSX_ENCRYPTED,
  /** Excel 97 to 2003. */
  XLS,
  /** Separated text: csv, tsv, txt. */
  TEXT
}
