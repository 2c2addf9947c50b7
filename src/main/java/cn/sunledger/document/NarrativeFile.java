package cn.sunledger.document;

import cn.sunledger.model.NarrativeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * 已有的情况说明 as a file: what it is, is told from its content, never from its name. What cannot be read
 * is said to be so, with what to do.
 */
public final class NarrativeFile {
  private static final long MOST_BYTES = 256L << 20;
  private static final String AGAIN = "请在 Word、WPS 中另存为 .docx（或 .txt）后重试";
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private final Optional<WordNarrative> word;
  private final NarrativeText text;

  private NarrativeFile(Optional<WordNarrative> word, NarrativeText text) {
    this.word = word;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @param file a .docx, or a text in Markdown or plain
   * @throws UnreadableNarrativeException where it is something else, damaged, locked or empty
   */
  public static NarrativeFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = bytes(file, name);
    if (bytes.length == 0) {
      throw new UnreadableNarrativeException(name, "是空文件（0 字节）", "请重新获取这份文件");
    }
    if (starts(bytes, 'P', 'K', 3, 4)) {
      WordNarrative document = new WordNarrative(name, bytes);
      return new NarrativeFile(Optional.of(document), some(name, document.text()));
    }
    refuse(name, bytes);
    return new NarrativeFile(Optional.empty(), some(name, new PlainText().read(name, bytes)));
  }

  private static byte[] bytes(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw new UnreadableNarrativeException(name, "是文件夹", "请指定一份 .docx、.txt 或 .md 文件");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnreadableNarrativeException(name, "大得不像一份情况说明，未读取", AGAIN);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableNarrativeException(name, "不存在", "请检查路径和文件名");
    } catch (IOException e) {
      throw new UnreadableNarrativeException(name, "读不出来", "请检查权限，或关闭正在使用它的程序后重试");
    }
  }

  private static void refuse(String name, byte[] bytes) {
    if (starts(bytes, toInts(OLE))) {
      throw ole(name, bytes);
    }
    if (starts(bytes, '%', 'P', 'D', 'F')) {
      throw new UnreadableNarrativeException(
          name, "是 PDF，文字顺序和表格不可靠", "请用原来的 Word 文件，或把文字复制到 .txt 后重试");
    }
    if (starts(bytes, '{', '\\', 'r', 't', 'f')) {
      throw new UnreadableNarrativeException(name, "是 RTF 文件", AGAIN);
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (head.contains("<html") || head.startsWith("<!doctype")) {
      throw new UnreadableNarrativeException(name, "是网页", "请把正文复制到 .txt，或另存为 .docx 后重试");
    }
    if (head.startsWith("<?xml") && head.contains("word")) {
      throw new UnreadableNarrativeException(name, "是 Word 的 XML 文件", AGAIN);
    }
  }

  private static UnreadableNarrativeException ole(String name, byte[] bytes) {
    if (names(bytes, "EncryptedPackage")) {
      return new UnreadableNarrativeException(name, "有打开密码，读不出来", "请在 Word、WPS 中去掉密码后另存为 .docx");
    }
    return new UnreadableNarrativeException(name, "是旧版 .doc（或 .wps）文件", AGAIN);
  }

  /** What an OLE2 file holds is told by the names in its directory, which are UTF-16. */
  private static boolean names(byte[] bytes, String stream) {
    return new String(bytes, StandardCharsets.UTF_16LE).contains(stream);
  }

  /**
   * Whether a file is a workbook, so that its own 情况说明 may be meant.
   *
   * @param file any file
   */
  public static boolean isWorkbook(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(OLE.length);
      if (starts(head, toInts(OLE))) {
        byte[] rest = in.readNBytes((int) MOST_BYTES);
        return names(rest, "Workbook") || names(rest, "Book\0");
      }
    } catch (IOException e) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().startsWith("xl/"));
    } catch (IOException e) {
      return false;
    }
  }

  private static NarrativeText some(String name, NarrativeText text) {
    if (text.paragraphs().isEmpty()) {
      throw new UnreadableNarrativeException(name, "里没有文字", "如果内容是图片或扫描件，请换成文字版后重试");
    }
    return text;
  }

  private static int[] toInts(byte[] bytes) {
    int[] ints = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      ints[i] = bytes[i] & 0xFF;
    }
    return ints;
  }

  private static boolean starts(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  /** Its text. */
  public NarrativeText text() {
    return text;
  }

  /** The document, where it is one of Word. */
  public Optional<WordNarrative> word() {
    return word;
  }
}
