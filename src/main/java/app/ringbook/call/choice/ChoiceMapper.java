package app.ringbook.call.choice;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Reads choices; the SQL stands beside it in ChoiceMapper.xml. */
interface ChoiceMapper {

  List<NumberChoice> ofNumber(@Param("number") String number);

  List<NumberChoice> ofCustomer(@Param("customerId") long customerId);

  List<NumberChoice> ofContact(@Param("contactId") long contactId);
}
