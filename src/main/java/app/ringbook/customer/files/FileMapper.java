package app.ringbook.customer.files;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads the files of customers. */
interface FileMapper {

  /** Where the files of all customers lie. */
  List<String> stored();

  /** Values of users' fields of all records, in which files may be named. */
  List<String> inFields();

  List<KeptFile> files(@Param("customerId") long customerId);
}
