package app.ringbook.telephony.driver.voicemodem;

import java.util.List;

/** What a simulated modem says about itself, and which commands it knows. */
public enum SimulatedModem {
  /** Listens to the handset, sends A-law among others. */
  USR5637(
      List.of("5601"),
      List.of("U.S. Robotics 56K FAX USB V1.2.23"),
      List.of(),
      List.of("+VCID=1"),
      List.of(
          "0,\"\",0A0001000,0E601800,1A803840",
          "1, \"T\", 0A0001000,0E601800,1A803840",
          "2,\"L\",0A0001000,0E601800,1A803840",
          "3,\"LT\",0A0001000,0E601800,1A803840",
          "4,\"S\",0A0001000,0E601800,1A803840"),
      List.of(
          "1,\"UNSIGNED PCM\",8,0,(7200,8000),(0),(0)",
          "128,\"8-BIT LINEAR\",8,0,(7200,8000),(0),(0)",
          "129,\"ADPCM\",4,0,(7200,8000),(0),(0)",
          "130,\"UNSIGNED PCM\",8,0,(7200,8000),(0),(0)",
          "131,\"ULAW\",8,0,(7200,8000),(0),(0)",
          "132,\"ALAW\",8,0,(7200,8000),(0),(0)",
          "133,\"LINEAR\",16,0,(7200,8000),(0),(0)")),
  /** Tells callers only: it takes the line itself or nothing. */
  CX930XX(
      List.of("56000"),
      List.of("CX93001-EIS_V0.2002-V92"),
      List.of("+GMM: V90"),
      List.of("+VCID=1", "-SCID=1;+VCID=1"),
      List.of("0,\"\",B1000000,B1000000,B1000000", "1,\"T\",B1000000,B1000000,B1000000"),
      List.of(
          "1,\"UNSIGNED PCM\",8,0,8000,0,0",
          "129,\"IMA ADPCM\",4,0,8000,0,0",
          "140,\"2 Bit ADPCM\",2,0,8000,0,0")),
  /** An older stick that only knows the Rockwell command, in voice mode. */
  ZOOM(
      List.of("56000"),
      List.of("Zoom 3095 V1.0"),
      List.of(),
      List.of("#CID=1"),
      List.of("(0,1,2,3,4)"),
      List.of("1;UNSIGNED PCM;8;0;(7200-11025);(0);(0)", "2;ADPCM;2;0;(9600)")),
  /** Says CIDM first, sends mu-law, stops at another code. */
  SI24XX(
      List.of("Si2457"),
      List.of("D"),
      List.of("Si2457"),
      List.of("+VCID=1"),
      List.of("0,\"\",0,0,0", "1,\"T\",0,0,0", "3,\"LT\",0,0,0", "13,\"HT\",0,0,0"),
      List.of(
          "0,\"SIGNED PCM\",8,0,8000,0,0",
          "1,\"UNSIGNED PCM\",8,0,8000,0,0",
          "4,\"U-LAW\",8,0,8000,0,0",
          "131,\"G.726\",4,0,8000,0,0")),
  /** A data modem of old: it has no voice mode. */
  DATA(List.of("144"), List.of(), List.of(), List.of("#CC1"), List.of(), List.of());

  private final String product;
  private final String revision;
  private final String model;
  private final String callerId;
  private final String sources;
  private final String formats;

  SimulatedModem(
      List<String> product,
      List<String> revision,
      List<String> model,
      List<String> callerId,
      List<String> sources,
      List<String> formats) {
    this.product = String.join("\n", product);
    this.revision = String.join("\n", revision);
    this.model = String.join("\n", model);
    this.callerId = String.join("\n", callerId);
    this.sources = String.join("\n", sources);
    this.formats = String.join("\n", formats);
  }

  List<String> product() {
    return product.lines().toList();
  }

  List<String> revision() {
    return revision.lines().toList();
  }

  List<String> model() {
    return model.lines().toList();
  }

  /** Commands that switch caller ID on. */
  List<String> callerId() {
    return callerId.lines().toList();
  }

  boolean voice() {
    return !formats.isEmpty();
  }

  List<String> sources() {
    return sources.lines().toList();
  }

  List<String> formats() {
    return formats.lines().toList();
  }

  /** Whether it sees the handset. */
  boolean hook() {
    return LineSources.listening(sources()).isPresent();
  }

  /** Whether it writes {@code NMBR=} without spaces. */
  boolean tight() {
    return this == SI24XX || this == ZOOM;
  }
}
