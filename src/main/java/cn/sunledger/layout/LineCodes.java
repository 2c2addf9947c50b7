package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import cn.sunledger.model.LineRole;
import java.util.ArrayList;
import java.util.List;

/** Reads the codes of one block's lines, of subjects and of units. */
final class LineCodes {
  private static final int WHOLE = 5;
  private static final int PARTS = 3;

  private final Area area;
  private final Block block;
  private String departmentCode;
  private final boolean gluedToNames;
  private final String[] lastParts = {"", "", ""};

  LineCodes(Area area, Block block, Header header, String departmentCode) {
    this.area = area;
    this.block = block;
    this.departmentCode = departmentCode;
    this.gluedToNames = gluedToNames(header);
  }

  /** The classification that names the line: the first that prints a code there. */
  Block.Pair pair(int r) {
    for (Block.Pair pair : block.pairs()) {
      if (pair.codes().stream().anyMatch(c -> !area.digits(r, c).isEmpty())) {
        return pair;
      }
    }
    return block.pairs().get(0);
  }

  /** The subject's or unit's code in the code columns of a row; empty where none stands there. */
  String subject(int r, Block.Pair pair) {
    List<String> parts = new ArrayList<>();
    int last = -1;
    for (int c : pair.codes()) {
      boolean sameCell =
          last >= 0 && area.merge(r, c) != null && area.merge(r, c) == area.merge(r, last);
      String digits = sameCell ? "" : area.digits(r, c);
      parts.add(CodeText.part(digits, parts.isEmpty()));
      last = c;
    }
    if (parts.size() < 2) {
      return parts.isEmpty() ? "" : single(parts.get(0), area.seen(r, pair.codes().get(0)));
    }
    String longest = parts.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
    return longest.length() >= WHOLE ? longest : joined(parts);
  }

  /** Joins 类, 款 and 项; a part left blank in front of another repeats the one above it. */
  private String joined(List<String> parts) {
    int deepest = -1;
    for (int i = 0; i < Math.min(PARTS, parts.size()); i++) {
      if (!parts.get(i).isEmpty()) {
        deepest = i;
      }
    }
    StringBuilder code = new StringBuilder();
    for (int i = 0; i <= deepest; i++) {
      String part = parts.get(i).isEmpty() ? lastParts[i] : parts.get(i);
      lastParts[i] = part;
      code.append(part);
    }
    for (int i = deepest + 1; deepest >= 0 && i < PARTS; i++) {
      lastParts[i] = "";
    }
    return code.toString();
  }

  /** A code in one cell; two digits under a 类 are its 款. */
  private String single(String code, CellValue value) {
    if (CodeText.level(code) > 0) {
      lastParts[0] = code.substring(0, 3);
      return code;
    }
    boolean lost = code.length() == 1 && value instanceof CellValue.Number;
    boolean section = (code.length() == 2 || lost) && !lastParts[0].isEmpty();
    return section ? lastParts[0] + CodeText.part(code, false) : padded(code, value);
  }

  /** A numeric cell has lost the zero in front of a unit's code. */
  private String padded(String code, CellValue value) {
    if (!(value instanceof CellValue.Number)) {
      return code;
    }
    boolean unitLength = code.length() == 2 || code.length() == 8;
    boolean below =
        departmentCode.startsWith("0")
            && code.length() % 3 == 2
            && ("0" + code).startsWith(departmentCode);
    return unitLength || below ? "0" + code : code;
  }

  /** Learns a unit's code from its row. */
  void learn(String code) {
    if (departmentCode.isEmpty()) {
      departmentCode = code;
    }
  }

  /** The unit's code in its own column. */
  String unit(int r) {
    return block.unitCodes().isEmpty() ? "" : CodeText.unit(area.seen(r, block.unitCodes().get(0)));
  }

  /** Code and name of a label in which both stand; null where no code stands in front. */
  String[] glued(String label) {
    return gluedToNames ? CodeText.glued(label) : null;
  }

  /**
   * Whether the labels of the block carry codes: most of them do, down to 款, or all of them do. A
   * project may be named 310工作机制.
   */
  private boolean gluedToNames(Header header) {
    if (!block.codes().isEmpty() || block.labels().isEmpty()) {
      return false;
    }
    int glued = 0;
    int others = 0;
    boolean deep = false;
    for (int r : header.lines()) {
      for (int c : block.labels()) {
        String label = area.own(r, c);
        String[] parts = label.isEmpty() ? null : CodeText.glued(label);
        if (parts != null && CodeText.isSubject(parts[0])) {
          glued++;
          deep |= CodeText.level(parts[0]) > 1;
        } else if (!label.isEmpty() && area.wordOf(label).role() == LineRole.ITEM) {
          others++;
        }
      }
    }
    return deep && glued >= others || glued >= 2 && others == 0;
  }
}
