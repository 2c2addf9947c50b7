package cn.sunledger.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cell styles of a workbook, as far as they say how a value is shown. */
final class CellStyles {
  /**
   * One style.
   *
   * @param format the number format
   * @param indent the indentation, 0 where none is set
   */
  record Style(NumberFormatCode format, int indent) {}

  private static final Style PLAIN = new Style(NumberFormatCode.GENERAL, 0);

  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Style> styles = new ArrayList<>();

  /** Reads the part, or the plain style alone where the workbook has none. */
  static CellStyles read(XlsxPackage parts, String name) throws IOException {
    CellStyles styles = new CellStyles();
    if (name != null && parts.has(name)) {
      try (XmlPart xml = parts.xml(name, Bounds.HELD_PART_BYTES)) {
        styles.read(xml);
      }
    }
    return styles;
  }

  private void read(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.starts("numFmts")) {
        formats(xml);
      } else if (xml.starts("cellXfs")) {
        styles(xml);
        // what follows says nothing of numbers
        xml.drain();
        return;
      } else if (xml.starts("fonts") || xml.starts("dxfs") || xml.starts("extLst")) {
        xml.skip();
      }
    }
  }

  private void formats(XmlPart xml) throws IOException {
    while (xml.next() && !xml.ends("numFmts")) {
      String code = xml.starts("numFmt") ? xml.attribute("formatCode") : null;
      if (code != null) {
        codes.put(xml.number("numFmtId", 0), RichText.unescape(code));
      }
    }
  }

  private void styles(XmlPart xml) throws IOException {
    NumberFormatCode format = NumberFormatCode.GENERAL;
    int indent = 0;
    while (xml.next() && !xml.ends("cellXfs")) {
      if (xml.starts("xf")) {
        format = format(xml.number("numFmtId", 0));
        indent = 0;
      } else if (xml.starts("alignment")) {
        indent = Math.max(0, xml.number("indent", 0));
      } else if (xml.ends("xf")) {
        styles.add(new Style(format, indent));
        if (styles.size() > Bounds.STYLES) {
          throw WorkbookFault.excessive("单元格样式超过 " + Bounds.STYLES + " 种");
        }
      }
    }
  }

  private NumberFormatCode format(int id) {
    String own = codes.get(id);
    return NumberFormatCode.of(own == null ? BuiltInFormats.code(id) : own);
  }

  /** Whether an index names a style. */
  boolean has(int index) {
    return index == 0 || index > 0 && index < styles.size();
  }

  /** A style by its index; the plain one where the index names none. */
  Style style(int index) {
    return index >= 0 && index < styles.size() ? styles.get(index) : PLAIN;
  }
}
