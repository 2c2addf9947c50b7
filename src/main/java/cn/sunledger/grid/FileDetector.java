package cn.sunledger.grid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Tells what a file is from its content. */
final class FileDetector {
  /** Enough to find the root element of a page behind a long head. */
  private static final int HEAD = 8_192;

  private FileDetector() {}

  /** Tells a file's kind from its first bytes, and an OLE2 file's from what it holds. */
  static FileKind detect(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return detect(in.readNBytes(HEAD), file);
    }
  }

  /** Tells the kind of a file of which at least the beginning has been read. */
  static FileKind detect(byte[] bytes, Path file) throws IOException {
    byte[] head = bytes.length > HEAD ? Arrays.copyOf(bytes, HEAD) : bytes;
    if (head.length == 0) {
      return FileKind.EMPTY;
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      // which kind of package it is, is told when it is open
      return FileKind.XLSX;
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
      return OleContainer.kind(file);
    }
    FileKind kind = signature(head);
    return kind != null ? kind : text(head);
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Tells what a package is: not every zip is a workbook. */
  static FileKind packageKind(XlsxPackage parts, String workbook) {
    if (workbook.toLowerCase(Locale.ROOT).endsWith(".bin") || parts.has("xl/workbook.bin")) {
      return FileKind.XLSB;
    }
    if (parts.has("xl/workbook.xml") || parts.hasFolder("xl/") && parts.has(workbook)) {
      return FileKind.XLSX;
    }
    if (parts.hasFolder("word/")) {
      return FileKind.DOCX;
    }
    if (parts.hasFolder("ppt/")) {
      return FileKind.PPTX;
    }
    if (parts.has("OFD.xml")) {
      return FileKind.OFD;
    }
    if (parts.has("mimetype") && parts.has("content.xml")) {
      return FileKind.OPEN_DOCUMENT;
    }
    if (parts.hasFolder("index/") || parts.has("index.zip") || parts.has("index.apxl")) {
      return FileKind.NUMBERS;
    }
    return parts.has("[Content_Types].xml") && parts.has(workbook)
        ? FileKind.XLSX
        : FileKind.ARCHIVE;
  }

  private static FileKind signature(byte[] head) {
    if (starts(head, 9, 0) || starts(head, 9, 2) || starts(head, 9, 4) || starts(head, 9, 8)) {
      return FileKind.OLD_EXCEL;
    }
    if (starts(head, 'R', 'a', 'r', '!')
        || starts(head, '7', 'z', 0xBC)
        || starts(head, 0x1F, 0x8B)) {
      return FileKind.ARCHIVE;
    }
    if (starts(head, 0x89, 'P', 'N', 'G')
        || starts(head, 0xFF, 0xD8, 0xFF)
        || starts(head, 'G', 'I', 'F', '8')
        || starts(head, 'I', 'I', '*', 0)
        || starts(head, 'M', 'M', 0, '*')) {
      return FileKind.IMAGE;
    }
    return null;
  }

  private static FileKind text(byte[] head) {
    String plain = plain(head);
    String lower = plain.toLowerCase(Locale.ROOT);
    if (lower.contains("%pdf-") && lower.indexOf("%pdf-") < 1024) {
      return FileKind.PDF;
    }
    if (lower.startsWith("{\\rtf")) {
      return FileKind.RTF;
    }
    if (lower.startsWith("id;p")) {
      return FileKind.SYLK;
    }
    if (lower.startsWith("mime-version:")) {
      return FileKind.MHTML;
    }
    if (lower.startsWith("<")) {
      return markup(lower);
    }
    return textual(head) ? FileKind.TEXT : FileKind.UNKNOWN;
  }

  private static FileKind markup(String lower) {
    if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")
            && lower.contains("<workbook")
        || lower.contains("<ss:workbook")) {
      return FileKind.XML_SPREADSHEET;
    }
    boolean page =
        lower.contains("<html")
            || lower.contains("<!doctype html")
            || lower.contains("<table")
            || lower.contains("<body")
            || lower.contains("<head");
    return page ? FileKind.HTML : FileKind.XML;
  }

  /** The head as characters one can look for markup in, whatever the encoding. */
  private static String plain(byte[] head) {
    String text;
    if (starts(head, 0xFF, 0xFE)) {
      text = new String(head, StandardCharsets.UTF_16LE);
    } else if (starts(head, 0xFE, 0xFF)) {
      text = new String(head, StandardCharsets.UTF_16BE);
    } else {
      text = new String(head, StandardCharsets.ISO_8859_1);
    }
    return text.replace("\uFEFF", "").replace("\u00EF\u00BB\u00BF", "").stripLeading();
  }

  /** Text holds no control characters but blanks; bytes above 127 may be any encoding. */
  private static boolean textual(byte[] head) {
    if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
      return true;
    }
    for (byte b : head) {
      if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }
}
