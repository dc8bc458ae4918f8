package app.ringbook.customer.files;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads the files of customers. */
interface FileMapper {

  List<KeptFile> files(@Param("customerId") long customerId);
}
