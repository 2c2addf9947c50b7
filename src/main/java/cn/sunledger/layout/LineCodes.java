package cn.sunledger.layout;

import cn.sunledger.grid.Merge;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.LineRole;
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
    List<Block.Pair> pairs = block.pairs();
    for (int i = 0; i < pairs.size() && pairs.size() > 1; i++) {
      for (int c : pairs.get(i).codes()) {
        if (!area.digits(r, c).isEmpty()) {
          return pairs.get(i);
        }
      }
    }
    return pairs.get(0);
  }

  /** The subject's or unit's code in the code columns of a row; empty where none stands there. */
  String subject(int r, Block.Pair pair) {
    int[] columns = pair.codes();
    if (columns.length < 2) {
      return columns.length == 0
          ? ""
          : single(area.digits(r, columns[0]), area.seen(r, columns[0]));
    }
    String[] parts = new String[columns.length];
    String longest = "";
    for (int i = 0; i < columns.length; i++) {
      Merge merge = area.merge(r, columns[i]);
      boolean sameCell = i > 0 && merge != null && merge == area.merge(r, columns[i - 1]);
      parts[i] = CodeText.part(sameCell ? "" : area.digits(r, columns[i]), i == 0);
      longest = parts[i].length() > longest.length() ? parts[i] : longest;
    }
    return longest.length() >= WHOLE ? longest : joined(parts);
  }

  /** Joins 类, 款 and 项; a part left blank in front of another repeats the one above it. */
  private String joined(String[] parts) {
    int deepest = -1;
    for (int i = 0; i < Math.min(PARTS, parts.length); i++) {
      if (!parts[i].isEmpty()) {
        deepest = i;
      }
    }
    StringBuilder code = new StringBuilder();
    for (int i = 0; i <= deepest; i++) {
      String part = parts[i].isEmpty() ? lastParts[i] : parts[i];
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
    int[] columns = block.unitCodes();
    return columns.length == 0 ? "" : CodeText.unit(area.seen(r, columns[0]));
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
    if (block.codes().length > 0 || block.labels().length == 0) {
      return false;
    }
    int glued = 0;
    int others = 0;
    boolean deep = false;
    for (int r : header.lines()) {
      for (int c : block.labels()) {
        SheetCell cell = area.cell(r, c);
        if (cell == null) {
          continue;
        }
        String[] parts = CodeText.glued(cell.compact());
        if (parts != null && CodeText.isSubject(parts[0])) {
          glued++;
          deep |= CodeText.level(parts[0]) > 1;
        } else if (!cell.compact().isEmpty() && cell.role() == LineRole.ITEM) {
          others++;
        }
      }
    }
    return deep && glued >= others || glued >= 2 && others == 0;
  }
}
