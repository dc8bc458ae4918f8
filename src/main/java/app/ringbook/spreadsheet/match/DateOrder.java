package app.ringbook.spreadsheet.match;

/** Which part comes first in dates such as 06/07/2026. */
public enum DateOrder {
  /** 6 July. */
  DAY_FIRST,
  /** 7 June. */
  MONTH_FIRST,
  /** 2006 July 20, where the year has two digits. */
  YEAR_FIRST
}
