package cn.sunledger.profile;

import cn.sunledger.model.rule.HeadingCode;
import cn.sunledger.model.rule.RenamedHeading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lists of 科目: comma-separated, one heading per line, no quoting, since no heading's name
 * holds a comma.
 */
final class HeadingFile {
  private static final String HEADINGS = "code,name,level,valid_from,valid_to";
  private static final String RENAMED = "stale,current,kind";
  private static final List<String> LEVELS = List.of("类", "款", "项");

  private HeadingFile() {}

  /**
   * Reads a list of headings.
   *
   * @param file the file's name, whose stem is the scheme
   * @param text the file's text
   */
  static List<HeadingCode> headings(String file, String text) {
    String scheme = file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length());
    List<HeadingCode> headings = new ArrayList<>();
    List<String[]> records = records(file, text, HEADINGS);
    for (int i = 0; i < records.size(); i++) {
      String[] fields = records.get(i);
      int level = LEVELS.indexOf(fields[2]) + 1;
      if (level == 0 || !fields[0].matches("[0-9]{3}|[0-9]{5}|[0-9]{7}")) {
        throw new ProfileException(file, i + 2, "科目应有 3、5 或 7 位编码和 类、款、项 之一，请改正。");
      }
      headings.add(
          new HeadingCode(
              scheme,
              fields[0],
              fields[1],
              level,
              year(file, i + 2, fields[3]),
              year(file, i + 2, fields[4])));
    }
    return headings;
  }

  /**
   * Reads the list of stale and wrong names.
   *
   * @param file the file's name
   * @param text the file's text
   */
  static List<RenamedHeading> renamed(String file, String text) {
    return records(file, text, RENAMED).stream()
        .map(fields -> new RenamedHeading(fields[0], fields[1], fields[2]))
        .toList();
  }

  private static List<String[]> records(String file, String text, String header) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new ProfileException(file, 1, "首行应为“" + header + "”，请补上。");
    }
    int width = header.split(",").length;
    List<String[]> records = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      if (fields.length != width) {
        throw new ProfileException(file, i + 1, "应有 " + width + " 列，实有 " + fields.length + " 列。");
      }
      records.add(fields);
    }
    return records;
  }

  private static Optional<Integer> year(String file, int line, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("20[0-9]{2}")) {
      throw new ProfileException(file, line, "“" + text + "”不是年份，应如 2024，或留空。");
    }
    return Optional.of(Integer.valueOf(text));
  }
}
