package app.ringbook.telephony.driver.ncid;

import app.ringbook.telephony.driver.ncid.NcidRecord.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines as servers send them: a label, then pairs of names and values between asterisks in any
 * order. Pairs that are not known are skipped. A value may hold asterisks itself, as numbers of
 * private exchanges do: what is no name of a pair belongs to the value before.
 *
 * <pre>
 * CID: *DATE*11222026*TIME*0930*LINE*POTS*NMBR*4075550000*MESG*NONE*NAME*JOHN DOE*
 * CIDINFO: *LINE*POTS*RING*1*TIME*09:30:05*
 * </pre>
 */
final class NcidLine {
  private static final Pattern CODE = Pattern.compile("^(\\d{3})(?:[ -](.*))?$");
  private static final Pattern LABELLED = Pattern.compile("^([A-Z]{3,12}):\\s*(.*)$");
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,11}");

  private NcidLine() {}

  static NcidRecord read(String line) {
    String text = line.strip();
    Matcher code = CODE.matcher(text);
    if (code.matches()) {
      String rest = code.group(2) == null ? "" : code.group(2);
      return new NcidRecord.Code(Integer.parseInt(code.group(1)), rest.strip());
    }
    Matcher labelled = LABELLED.matcher(text);
    if (!labelled.matches()) {
      return new NcidRecord.Other("");
    }
    String label = labelled.group(1);
    boolean history = label.length() > 3 && label.endsWith("LOG");
    String type = history ? label.substring(0, label.length() - 3) : label;
    Kind kind = kind(type);
    if (kind != null) {
      return call(kind, history, pairs(labelled.group(2)));
    }
    return switch (type) {
      case "CIDINFO" -> info(pairs(labelled.group(2)));
      case "END" -> end(history, pairs(labelled.group(2)));
      default -> new NcidRecord.Other(label);
    };
  }

  /** Calls in, from smartphones, waiting and back; calls out; calls hung up and blocked. */
  private static @Nullable Kind kind(String type) {
    return switch (type) {
      case "CID", "PID", "RID" -> Kind.INCOMING;
      case "WID" -> Kind.WAITING;
      case "OUT", "PUT" -> Kind.OUTGOING;
      case "HUP", "BLK" -> Kind.REFUSED;
      default -> null;
    };
  }

  private static NcidRecord call(Kind kind, boolean history, Map<String, String> pairs) {
    String number = value(pairs, pairs.containsKey("NMBR") ? "NMBR" : "NUMBER");
    String formatted = value(pairs, "FNMBR");
    return new NcidRecord.Call(
        kind,
        history,
        value(pairs, "DATE"),
        value(pairs, "TIME"),
        value(pairs, "LINE"),
        number.isEmpty() ? formatted : number,
        value(pairs, "NAME"));
  }

  private static NcidRecord info(Map<String, String> pairs) {
    String rings = value(pairs, "RING");
    return rings.matches("-?\\d{1,3}")
        ? new NcidRecord.Rings(value(pairs, "LINE"), Integer.parseInt(rings))
        : new NcidRecord.Other("CIDINFO");
  }

  private static NcidRecord end(boolean history, Map<String, String> pairs) {
    return new NcidRecord.End(
        history,
        value(pairs, "HTYPE").equals("BYE"),
        value(pairs, "CTYPE").equals("OUT"),
        value(pairs, "SCALL"),
        value(pairs, "ECALL"),
        value(pairs, "LINE"),
        value(pairs, "NMBR"));
  }

  /** A dash stands for nothing. */
  private static String value(Map<String, String> pairs, String name) {
    String value = pairs.getOrDefault(name, "").strip();
    return value.equals("-") ? "" : value;
  }

  private static Map<String, String> pairs(String text) {
    String[] parts = text.replaceFirst("^[^*]*\\*+", "").split("\\*", -1);
    Map<String, String> pairs = new HashMap<>();
    int at = 0;
    while (at + 1 < parts.length) {
      String name = parts[at];
      StringBuilder value = new StringBuilder(parts[at + 1]);
      at += 2;
      while (at < parts.length && !NAME.matcher(parts[at]).matches()) {
        boolean last = at == parts.length - 1 && parts[at].isEmpty();
        if (!last) {
          value.append('*').append(parts[at]);
        }
        at++;
      }
      pairs.putIfAbsent(name, value.toString());
    }
    return pairs;
  }
}
