package cn.sunledger.check.table;

import cn.sunledger.model.LineRole;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.util.List;

/** How lines, columns and places are called in a sentence. */
public final class Names {
  private Names() {}

  /**
   * A line's name: its code and label, without the enumerator.
   *
   * @param line the line
   */
  public static String line(TableLine line) {
    String label = line.bareLabel();
    if (line.code().isEmpty()) {
      return label.isEmpty() ? "第" + (line.row() + 1) + "行" : label;
    }
    return label.isEmpty() ? line.code() : line.code() + " " + label;
  }

  /**
   * A column's name: its innermost label, with the heading above it where it says 小计 or 合计 only.
   *
   * @param column the column
   */
  public static String column(TableColumn column) {
    List<String> path = column.path();
    if (path.isEmpty()) {
      return "第" + (column.column() + 1) + "栏";
    }
    String label = column.label();
    boolean bare = label.matches("小计|合计|总计|金额|决算数|预算数");
    return bare && path.size() > 1 ? path.get(path.size() - 2) + label : label;
  }

  /**
   * Whether a column needs no name, since its lines have no other.
   *
   * @param place a place in the column
   */
  public static boolean only(Place place) {
    long columns =
        place.table().columns().stream()
            .filter(column -> column.block().equals(place.column().block()))
            .map(column -> String.join("/", column.path()))
            .distinct()
            .count();
    return columns <= 1;
  }

  /**
   * A place's full name within its table.
   *
   * @param place the place
   */
  public static String place(Place place) {
    String side = sided(place) ? "（" + place.column().block().replaceFirst("/.*", "") + "）" : "";
    if (only(place)) {
      return line(place.line()) + side;
    }
    boolean unnamed =
        place.line().label().isEmpty()
            && place.line().code().isEmpty()
            && place.line().role() == LineRole.ITEM;
    return unnamed ? column(place.column()) : line(place.line()) + quoted(column(place.column()));
  }

  /**
   * A label in quotation marks, unless it has some of its own.
   *
   * @param label the label
   */
  public static String quoted(String label) {
    return label.contains("“") ? " " + label : "“" + label + "”";
  }

  /** Whether a label may stand on both sides of the place's table. */
  private static boolean sided(Place place) {
    return place.table().lines().stream()
        .anyMatch(
            line ->
                !line.block().equals(place.line().block())
                    && line.label().equals(place.line().label()));
  }
}
