package app.ringbook.customer.view;

import javafx.scene.Node;

/**
 * A part of a customer's screens that another room contributes: its timeline, later its deals and
 * payments. The screens call it on the window's thread only.
 */
public interface CustomerPanel {

  /** Where a panel stands. */
  enum Place {
    /** The left column of the customer's page, in the order given. */
    LEFT,
    /** The middle column of the customer's page, which it fills. */
    MAIN,
    /** The right column of the customer's page, below the next contact. */
    SIDE,
    /** The bottom of the preview beside the list. */
    PREVIEW
  }

  /** Where this panel stands. */
  Place place();

  /** What is shown; the same node for the panel's whole life. */
  Node node();

  /** Shows a customer, in place of the one shown before. Subscriptions begin here. */
  void show(long customerId);

  /** Nothing of this panel can be seen any more: subscriptions end here. */
  void hidden();

  /**
   * Asks for the customer's facts.
   *
   * @return false if this panel has none
   */
  default boolean editFacts() {
    return false;
  }

  /**
   * Asks for a new contact.
   *
   * @return false if this panel shows none
   */
  default boolean addContact() {
    return false;
  }

  /**
   * Puts the keyboard where the user writes something down about the customer.
   *
   * @return false if this panel has no such place
   */
  default boolean focusNote() {
    return false;
  }
}
