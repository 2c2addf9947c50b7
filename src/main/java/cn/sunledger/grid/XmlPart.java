package cn.sunledger.grid;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part of a package, element by element. Names are local ones, so that transitional and
 * strict workbooks read alike. A document type is refused: no workbook needs one, and every attack
 * by entities does.
 */
final class XmlPart implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader reader;

  XmlPart(InputStream in) throws IOException {
    this.in = in;
    try {
      reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      in.close();
      throw fault(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    return factory;
  }

  /** Goes to the next start or end of an element; false at the end of the part. */
  boolean next() throws IOException {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw WorkbookFault.damaged("XML 中含有不允许的 DOCTYPE 声明", null);
        }
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException | RuntimeException e) {
      throw fault(e);
    }
  }

  boolean start() {
    return reader.isStartElement();
  }

  /** Whether an element of this name starts here. */
  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  /** Whether an element of this name ends here. */
  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the element that starts here, by its local name; null where it is missing. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Whether an attribute says yes. */
  boolean flag(String name) {
    String value = attribute(name);
    return "1".equals(value) || "true".equals(value) || "on".equals(value);
  }

  /** A whole number in an attribute, or another where it is missing or none. */
  int number(String name, int otherwise) {
    String value = attribute(name);
    if (value == null || !value.matches("-?\\d{1,9}")) {
      return otherwise;
    }
    return Integer.parseInt(value);
  }

  /** The text up to the end of the element that starts here, the texts of its children left out. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    try {
      while (depth > 0) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (depth == 1) {
              append(text);
            }
          }
          default -> {}
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw fault(e);
    }
    return text.toString();
  }

  private void append(StringBuilder text) throws WorkbookFault {
    if (text.length() + reader.getTextLength() > Bounds.CELL_CHARACTERS) {
      throw WorkbookFault.excessive("一个单元格的文字超过 " + Bounds.CELL_CHARACTERS + " 个字符");
    }
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  /** Goes to the end of the element that starts here. */
  void skip() throws IOException {
    for (int depth = 1; depth > 0 && next(); ) {
      depth += start() ? 1 : -1;
    }
  }

  private static IOException fault(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof WorkbookFault fault) {
        return fault;
      }
    }
    return WorkbookFault.damaged("XML 格式有误", e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
