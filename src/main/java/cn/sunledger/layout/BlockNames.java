package cn.sunledger.layout;

import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the sides of a table by the header over their labels, or by what tells them apart. */
final class BlockNames {
  private static final Pattern SIDE =
      Pattern.compile(
          "(?:[0-9]{4}年)?(?:本年|本年度|当年|财政拨款|部门|单位|预算|资金)?(收入|支出)(?:预算|决算)?(?:[(].{1,8}[)])?");

  private final Area area;
  private final Header header;

  private BlockNames(Area area, Header header) {
    this.area = area;
    this.header = header;
  }

  static List<Block> named(Area area, Header header, List<Block> blocks) {
    return blocks.size() == 1 ? blocks : new BlockNames(area, header).named(blocks);
  }

  private List<Block> named(List<Block> blocks) {
    String[] tops = new String[blocks.size()];
    String[] labels = new String[blocks.size()];
    boolean oneTop = true;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = top(blocks.get(i));
      labels[i] = label(blocks.get(i));
      oneTop &= tops[i].equals(tops[0]);
    }
    List<Block> named = new ArrayList<>();
    boolean oneName = true;
    for (int i = 0; i < tops.length; i++) {
      boolean shared = false;
      boolean labelDiffers = false;
      for (int k = 0; k < tops.length; k++) {
        boolean same = tops[k].equals(tops[i]);
        shared |= same && k != i;
        labelDiffers |= same && !labels[k].equals(labels[i]);
      }
      boolean untold = tops[i].isEmpty() || oneTop && !labelDiffers;
      String own = shared && labelDiffers ? tops[i] + "/" + labels[i] : tops[i];
      named.add(blocks.get(i).named(untold ? sideByContent(blocks.get(i), tops[i]) : own));
      oneName &= named.get(i).name().equals(named.get(0).name());
    }
    boolean told = !oneName || oneTop && !tops[0].isEmpty();
    return told ? named : blocks;
  }

  /** What tells sides under the same outermost header apart: the header below it. */
  private String label(Block block) {
    List<String> path = block.labels().length == 0 ? List.of() : header.path(block.labels()[0]);
    return path.size() > 2 ? path.get(1) : path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The outermost header over the labels of a side; 项目 and its like name no side. */
  private String top(Block block) {
    int[] columns = block.labels().length == 0 ? block.values() : block.labels();
    List<String> path = columns.length == 0 ? List.of() : header.path(columns[0]);
    String normal = path.isEmpty() ? "" : Labels.normal(path.get(0));
    if (normal.isEmpty() || WordKind.INDICATOR.matches(normal)) {
      return "";
    }
    Matcher side = SIDE.matcher(normal);
    if (side.matches()) {
      return side.group(1);
    }
    if (path.size() > 1) {
      return path.get(0);
    }
    if (normal.startsWith("收入")) {
      return "收入";
    }
    if (normal.startsWith("支出")) {
      return "支出";
    }
    return WordKind.LABEL.matches(normal) ? "" : path.get(0);
  }

  /** Whether a header label names one side of a table: 收入, 本年支出, 财政拨款收入. */
  static boolean isSide(String normal) {
    return SIDE.matcher(normal).matches();
  }

  private String sideByContent(Block block, String fallback) {
    int income = 0;
    int expense = 0;
    for (int r : header.lines()) {
      for (int c : block.labels()) {
        String label = area.own(r, c);
        income += label.contains("收入") || label.contains("拨款") ? 1 : 0;
        expense += label.contains("支出") ? 1 : 0;
      }
    }
    if (income > expense) {
      return "收入";
    }
    return expense > income ? "支出" : fallback;
  }
}
