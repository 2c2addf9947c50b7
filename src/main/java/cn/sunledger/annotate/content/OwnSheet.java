package cn.sunledger.annotate.content;

import java.util.List;
import java.util.Optional;

/**
 * One of sunledger's own sheets, whole.
 *
 * @param role which one it is
 * @param name its name in this workbook
 * @param tabColor RRGGBB
 * @param columns its columns from the left
 * @param rows its rows that hold something, from the top
 * @param merges ranges such as {@code A1:K1}
 * @param freeze the first cell that scrolls, such as {@code C6}; empty where nothing is frozen
 * @param filter the range with filter buttons; empty for none
 * @param bars bars inside cells
 * @param charts charts over the cells
 * @param page how it is printed
 * @param marksFrom first of the hidden columns that remember what marked cells looked like; -1
 *     where the sheet keeps none
 */
public record OwnSheet(
    Role role,
    String name,
    String tabColor,
    List<Column> columns,
    List<OwnRow> rows,
    List<String> merges,
    Optional<String> freeze,
    Optional<String> filter,
    List<DataBar> bars,
    List<OwnChart> charts,
    Page page,
    int marksFrom) {
  /** The first column that may remember what marked cells looked like. */
  public static final int MARKS_FROM = 15;

  /** Copies the lists. */
  public OwnSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    merges = List.copyOf(merges);
    bars = List.copyOf(bars);
    charts = List.copyOf(charts);
  }

  /** The same sheet with other rows. */
  OwnSheet with(List<OwnRow> others) {
    return new OwnSheet(
        role, name, tabColor, columns, others, merges, freeze, filter, bars, charts, page,
        marksFrom);
  }

  /** Which of sunledger's sheets a sheet is. */
  public enum Role {
    /** 核对结果. */
    FINDINGS("核对结果"),
    /** 执行率与同比. */
    COMPARISON("执行率与同比"),
    /** 情况说明. */
    NARRATIVE("情况说明"),
    /** 待填事项. */
    MANUAL_ITEMS("待填事项"),
    /** 汇总, in a workbook of its own: one row for each of many workbooks. */
    SUMMARY("汇总");

    /** What the hidden names begin with that mark sunledger's sheets. */
    public static final String MARK = "_sunledger_";

    private final String title;

    Role(String title) {
      this.title = title;
    }

    /** The name the sheet has where no other sheet has it. */
    public String title() {
      return title;
    }

    /** The hidden defined name that marks the sheet. */
    public String mark() {
      return MARK + title;
    }
  }

  /**
   * A column.
   *
   * @param width in characters of the default typeface
   * @param hidden whether it is hidden
   */
  public record Column(double width, boolean hidden) {}

  /**
   * How a sheet is printed: always one page wide, as many high as needed.
   *
   * @param landscape whether the paper lies
   * @param area what is printed, such as {@code A1:K40}
   * @param repeated rows on top of every page, such as {@code $5:$5}; empty for none
   * @param large whether on A3 rather than A4
   */
  public record Page(boolean landscape, String area, Optional<String> repeated, boolean large) {
    /** A page of the usual size. */
    public Page(boolean landscape, String area, Optional<String> repeated) {
      this(landscape, area, repeated, false);
    }
  }
}
