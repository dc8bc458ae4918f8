package app.ringbook.customer.fields;

import java.util.List;

/** The fields users defined, as they are at the moment; free to ask on any thread. */
public interface FieldDefinitions {

  /** The fields of an object in their order, those put away left out. */
  List<CustomField> of(FieldObject object);

  /** The fields of an object in their order, those put away too. */
  List<CustomField> allOf(FieldObject object);
}
