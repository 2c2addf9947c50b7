package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.UnsafeWorkbookException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an XML part: its encoding and its escapes. */
final class XmlText {
  private static final Pattern ENCODING =
      Pattern.compile("^(<\\?xml[^>]*?encoding\\s*=\\s*[\"'])([A-Za-z0-9._-]+)([\"'])");

  private XmlText() {}

  /** The bytes as text; the result is to be stored as UTF-8 and says so. */
  static String decode(byte[] bytes) {
    Charset charset = charset(bytes);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (charset.equals(StandardCharsets.UTF_8)) {
        return text;
      }
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return ENCODING.matcher(bare).replaceFirst("$1UTF-8$3");
    } catch (CharacterCodingException e) {
      throw new UnsafeWorkbookException("文件内部的文字编码有误，请用 Excel 或 WPS 打开并另存后再试", e);
    }
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1) {
      int first = bytes[0] & 0xff;
      int second = bytes[1] & 0xff;
      if (first == 0xfe && second == 0xff || first == 0 && second == '<') {
        return StandardCharsets.UTF_16BE;
      }
      if (first == 0xff && second == 0xfe || first == '<' && second == 0) {
        return StandardCharsets.UTF_16LE;
      }
    }
    String head = new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher matcher = ENCODING.matcher(head);
    if (!matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(matcher.group(2));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnsafeWorkbookException("文件内部的文字编码无法识别，请用 Excel 或 WPS 打开并另存后再试", e);
    }
  }

  /** A text for an attribute or an element; what XML cannot hold is left out. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#9;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                default -> {
                  if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }

  /** A text for an element, with its line breaks kept as they are. */
  static String escapeLines(String text) {
    return escape(text).replace("&#10;", "\n");
  }

  /** A text whose entities are resolved. */
  static String unescape(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int end = text.indexOf(';', at);
      if (end < 0) {
        break;
      }
      out.append(text, from, at);
      String entity = text.substring(at + 1, end);
      out.append(resolve(entity));
      from = end + 1;
      at = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String resolve(String entity) {
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> number(entity);
    };
  }

  private static String number(String entity) {
    try {
      if (entity.startsWith("#x")) {
        return Character.toString(Integer.parseInt(entity.substring(2), 16));
      }
      if (entity.startsWith("#")) {
        return Character.toString(Integer.parseInt(entity.substring(1)));
      }
    } catch (IllegalArgumentException e) {
      throw new UnsafeWorkbookException("文件内部有无法识别的字符，请用 Excel 或 WPS 打开并另存后再试", e);
    }
    return "&" + entity + ";";
  }
}
