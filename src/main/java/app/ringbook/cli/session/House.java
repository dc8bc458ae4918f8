package app.ringbook.cli.session;

import app.ringbook.call.CallDesk;
import app.ringbook.call.CallRecords;
import app.ringbook.call.CallScreen;
import app.ringbook.customer.CallerIndex;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.lead.Leads;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.RightOfWay;
import app.ringbook.settings.Settings;
import app.ringbook.spreadsheet.SheetImports;
import app.ringbook.spreadsheet.export.Exports;
import app.ringbook.store.Backups;
import app.ringbook.store.Database;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.timeline.Timeline;
import java.util.Optional;

/** The services of one data folder, opened. The same ones stand behind the screens. */
public interface House extends AutoCloseable {

  /** Where the data lies. */
  AppFolders folders();

  /** The time. */
  AppClock clock();

  /** Callers go before long work. */
  RightOfWay rightOfWay();

  /** What the user chose. */
  Settings settings();

  /** The store. */
  Database database();

  /** Reads phone numbers by the office's rules. */
  PhoneNumbers numbers();

  /** Customers. */
  Customers customers();

  /** Who is calling; answers by the database until the index is loaded. */
  CustomerMatcher matcher();

  /** Who has which number, in memory; empty until loaded. */
  CallerIndex callerIndex();

  /** The search of palette and search box, loaded. */
  CustomerSearch search();

  /** What happened. */
  Timeline timeline();

  /** The call log. */
  CallRecords calls();

  /** Those who may become customers. */
  Leads leads();

  /** Backups. */
  Backups backups();

  /** Where recordings are. */
  RecordingFolder recordings();

  /** The line of an import. */
  SheetImports imports();

  /** What can be exported, and who writes it. */
  Exports exports();

  /** Takes back what a person did last; empty if there is nothing. */
  Optional<Database.Undone> undoLast();

  /** A desk for the calls of a line; close it before the house. */
  CallDesk desk(CallScreen screen, CallDesk.Line line);

  /** What the settings say of recording and ringing. */
  PhoneLink.Policy phonePolicy();

  @Override
  void close();
}
