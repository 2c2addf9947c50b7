package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.UnsafeWorkbookException;
import java.util.function.UnaryOperator;

/** Adds children to the root element of a text. */
final class XmlChildren {
  private XmlChildren() {}

  /**
   * Adds a child behind the last one.
   *
   * @param text an XML text
   * @param root name of its root element
   * @param child makes the child from the root's prefix (with its colon, or empty)
   * @return the text with the child
   */
  static String append(String text, String root, UnaryOperator<String> child) {
    return add(text, root, child, false);
  }

  /** As {@link #append}, but in front of the first child. */
  static String prepend(String text, String root, UnaryOperator<String> child) {
    return add(text, root, child, true);
  }

  private static String add(String text, String root, UnaryOperator<String> child, boolean first) {
    XmlScanner scanner = new XmlScanner(text);
    if (!scanner.next() || !scanner.named(root)) {
      throw new UnsafeWorkbookException("文件内部结构有误（缺少 " + root + "），请用 Excel 或 WPS 打开并另存后再试");
    }
    String made = child.apply(scanner.prefix());
    if (scanner.kind() == XmlScanner.Kind.EMPTY) {
      String open = text.substring(scanner.start(), scanner.end());
      return text.substring(0, scanner.start())
          + open.substring(0, open.length() - 2)
          + ">"
          + made
          + "</"
          + scanner.prefix()
          + root
          + ">"
          + text.substring(scanner.end());
    }
    int at = scanner.end();
    if (!first) {
      scanner.skip();
      at = scanner.start();
    }
    return text.substring(0, at) + made + text.substring(at);
  }
}
