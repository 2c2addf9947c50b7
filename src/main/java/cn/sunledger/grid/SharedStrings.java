package cn.sunledger.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that the cells of a workbook share. */
final class SharedStrings {
  private final List<String> texts = new ArrayList<>();

  /** Reads the part, or nothing where the workbook has none. */
  static SharedStrings read(XlsxPackage parts, String name) throws IOException {
    SharedStrings strings = new SharedStrings();
    if (name != null && parts.has(name)) {
      try (XmlPart xml = parts.xml(name, Bounds.HELD_PART_BYTES)) {
        strings.read(xml);
      }
    }
    return strings;
  }

  private void read(XmlPart xml) throws IOException {
    TextScan scan = new TextScan(xml.window());
    while (xml.next()) {
      if (xml.starts("si")) {
        texts.add(RichText.read(xml, "si"));
      }
      // between two texts, or before the first
      boolean between = xml.ends("si") || xml.starts("sst") && !xml.empty();
      for (String text = between ? scan.scan() : null; text != null; text = scan.scan()) {
        texts.add(text);
      }
    }
  }

  /** A text by its index, or null where the index names none. */
  String text(int index) {
    return index >= 0 && index < texts.size() ? texts.get(index) : null;
  }
}
