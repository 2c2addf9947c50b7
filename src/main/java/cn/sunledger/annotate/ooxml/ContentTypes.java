package cn.sunledger.annotate.ooxml;

import java.util.Locale;
import java.util.Optional;

/** [Content_Types].xml: what each part is, edited in place. */
final class ContentTypes {
  private String text;
  private boolean changed;

  ContentTypes(String text) {
    this.text = text;
  }

  /** The type of a part: its own, else that of its extension; empty where it has none. */
  String of(String part) {
    String extension = extension(part);
    String byExtension = "";
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (!scanner.opens()) {
        continue;
      }
      if (scanner.named("Override")
          && scanner.attribute("PartName", "").equalsIgnoreCase("/" + part)) {
        return scanner.attribute("ContentType", "");
      }
      if (scanner.named("Default")
          && scanner.attribute("Extension", "").equalsIgnoreCase(extension)) {
        byExtension = scanner.attribute("ContentType", "");
      }
    }
    return byExtension;
  }

  /** Whether any part has a type that begins so. */
  boolean mentions(String type) {
    return text.contains("\"" + type);
  }

  private static String extension(String part) {
    return part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Says what a new part is. */
  void declare(String part, String type) {
    if (of(part).equals(type)) {
      return;
    }
    text =
        XmlChildren.append(
            text,
            "Types",
            prefix ->
                "<"
                    + prefix
                    + "Override PartName=\"/"
                    + XmlText.escape(part)
                    + "\" ContentType=\""
                    + type
                    + "\"/>");
    changed = true;
  }

  /** Says what a new part is by its extension, where that is still free. */
  void declareByExtension(String part, String type) {
    if (of(part).equals(type)) {
      return;
    }
    if (!of("any." + extension(part)).isEmpty()) {
      declare(part, type);
      return;
    }
    text =
        XmlChildren.prepend(
            text,
            "Types",
            prefix ->
                "<"
                    + prefix
                    + "Default Extension=\""
                    + extension(part)
                    + "\" ContentType=\""
                    + type
                    + "\"/>");
    changed = true;
  }

  /** Drops the entry of a part that is no more. */
  void forget(String part) {
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens()
          && scanner.named("Override")
          && scanner.attribute("PartName", "").equalsIgnoreCase("/" + part)) {
        int start = scanner.start();
        scanner.skip();
        text = text.substring(0, start) + text.substring(scanner.end());
        changed = true;
        return;
      }
    }
  }

  Optional<String> changedText() {
    return changed ? Optional.of(text) : Optional.empty();
  }
}
