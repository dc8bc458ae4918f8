package app.ringbook.ui;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** One section of the settings page. Built once; changes are saved at once. */
public interface SettingsSection {
  /** Name in {@code Place.page}: {@code settings/<id>}. */
  String id();

  /** Key of the title in the list of sections. */
  String titleKey();

  /** Icon before the title. */
  Feather icon();

  /** What the section shows: always the same node. */
  Node node();

  /** The section came to the front. */
  default void shown() {}

  /** The section left the front. */
  default void hidden() {}
}
