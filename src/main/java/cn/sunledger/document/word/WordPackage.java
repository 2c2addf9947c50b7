package cn.sunledger.document.word;

import cn.sunledger.document.UnreadableNarrativeException;
import cn.sunledger.document.word.XmlTree.MalformedXmlException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a .docx: each is kept as it is unless it is put anew. */
final class WordPackage {
  static final String CONTENT_TYPES = "[Content_Types].xml";

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 512L << 20;
  private static final String RELATIONS = "_rels/.rels";
  private static final String DAMAGED = "已损坏，打不开";
  private static final String AGAIN = "请重新获取这份文件，或在 Word、WPS 中另存为 .docx 后重试";

  private final String file;
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, Integer> methods = new LinkedHashMap<>();

  private WordPackage(String file) {
    this.file = file;
  }

  /**
   * Opens a package.
   *
   * @param file the file's name, for messages
   * @param bytes its content
   * @throws UnreadableNarrativeException where it is no Word document or is damaged
   */
  static WordPackage open(String file, byte[] bytes) {
    WordPackage opened = new WordPackage(file);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long total = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_BYTES - total));
        total += content.length;
        if (total >= MOST_BYTES || opened.parts.size() >= MOST_PARTS) {
          throw new UnreadableNarrativeException(
              file, "的内容超出合理范围，为安全起见未读取", "请在 Word、WPS 中另存为 .docx 后重试");
        }
        opened.parts.put(entry.getName(), content);
        opened.methods.put(entry.getName(), entry.getMethod());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableNarrativeException(file, DAMAGED, AGAIN);
    }
    opened.require();
    return opened;
  }

  /** The same parts, to be changed by themselves. */
  WordPackage copy() {
    WordPackage copy = new WordPackage(file);
    copy.parts.putAll(parts);
    copy.methods.putAll(methods);
    return copy;
  }

  private void require() {
    if (parts.containsKey(main()) && parts.containsKey(CONTENT_TYPES)) {
      return;
    }
    if (has("xl/")) {
      throw new UnreadableNarrativeException(
          file, "是工作簿", "情况说明应是 .docx、.txt 或 .md；工作簿里自带的说明请直接写 verify 工作簿");
    }
    String kind =
        has("ppt/")
            ? "是演示文稿"
            : parts.containsKey("OFD.xml")
                ? "是 OFD 版式文件"
                : parts.containsKey("mimetype") ? "是 OpenDocument 文件" : "不是 Word 文档";
    throw new UnreadableNarrativeException(file, kind, "请另存为 .docx、.txt 或 .md 后重试");
  }

  private boolean has(String folder) {
    return parts.keySet().stream().anyMatch(name -> name.startsWith(folder));
  }

  /** The document's part: the one that the package's relations name. */
  String main() {
    if (parts.containsKey(RELATIONS)) {
      for (XmlNode relation : tree(RELATIONS).children) {
        if (relation.attribute("Type").orElse("").endsWith("/officeDocument")) {
          return resolve("", relation.attribute("Target").orElse(""));
        }
      }
    }
    return "word/document.xml";
  }

  /** The part that holds the relations of another. */
  static String relationsOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  /** The part that the document's relations name for a kind of part (styles, numbering …). */
  Optional<String> related(String kind) {
    String main = main();
    String relations = relationsOf(main);
    if (!parts.containsKey(relations)) {
      return Optional.empty();
    }
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    return tree(relations).children.stream()
        .filter(relation -> relation.attribute("Type").orElse("").endsWith("/" + kind))
        .filter(relation -> !relation.attribute("TargetMode").orElse("").equals("External"))
        .map(relation -> resolve(folder, relation.attribute("Target").orElse("")))
        .filter(parts::containsKey)
        .findFirst();
  }

  private static String resolve(String folder, String target) {
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    while (path.contains("/../")) {
      path = path.replaceFirst("[^/]+/\\.\\./", "");
    }
    return path.startsWith("../") ? path.substring(3) : path;
  }

  boolean contains(String part) {
    return parts.containsKey(part);
  }

  /** A part's text without its byte-order mark. */
  String text(String part) {
    byte[] bytes = parts.get(part);
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(byte[] bytes) {
    boolean big = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF;
    boolean little = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
    return big
        ? StandardCharsets.UTF_16BE
        : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** A part's elements. */
  XmlNode tree(String part) {
    return parsed(text(part));
  }

  /** The elements of a part's text. */
  XmlNode parsed(String text) {
    try {
      return XmlTree.read(text);
    } catch (MalformedXmlException e) {
      throw new UnreadableNarrativeException(file, DAMAGED, AGAIN);
    }
  }

  /** Puts a part in the encoding in which it was, or a new one. */
  void put(String part, String text) {
    byte[] before = parts.getOrDefault(part, new byte[0]);
    Charset charset = charset(before);
    boolean marked =
        !charset.equals(StandardCharsets.UTF_8)
            || before.length > 2
                && (before[0] & 0xFF) == 0xEF
                && (before[1] & 0xFF) == 0xBB
                && (before[2] & 0xFF) == 0xBF;
    parts.put(part, ((marked ? "\uFEFF" : "") + text).getBytes(charset));
  }

  /** The package as a file's content: the parts in their order, new ones last. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(EPOCH);
        if (methods.getOrDefault(part.getKey(), ZipEntry.DEFLATED) == ZipEntry.STORED) {
          CRC32 checksum = new CRC32();
          checksum.update(part.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(part.getValue().length);
          entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
