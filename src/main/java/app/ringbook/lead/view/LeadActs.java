package app.ringbook.lead.view;

import app.ringbook.lead.Lead;
import javafx.scene.Node;

/** What a person can do with a lead of the list. Called on the window's thread. */
interface LeadActs {
  void call(Lead lead);

  void edit(Lead lead);

  void convert(Lead lead);

  void reject(Lead lead);

  void reopen(Lead lead);

  void open(Lead lead);

  /** Asks below a node when to contact it next. */
  void nextContact(Lead lead, Node below);

  /** Writes a new one down. */
  void add();

  /** Takes in what is on the clipboard. */
  void paste();
}
