package cn.sunledger.layout;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells names of organisations from names of subjects and projects by how they end. */
final class Organisations {
  private static final int LONGEST_ENDING = 4;
  private static final Set<String> ENDINGS =
      Set.of(
          "局", "委员会", "委", "办公室", "院", "所", "中心", "学校", "小学", "中学", "大学", "学院", "幼儿园", "厅", "处",
          "站", "馆", "会", "队", "本级", "机关", "政府", "街道", "公司", "医院", "办", "部", "团委", "法院", "检察院", "大队",
          "支队", "总队", "园", "校", "社", "镇", "乡", "本部", "基地", "场", "厂", "库");
  private static final Pattern BEHIND = Pattern.compile("[(（](?:本级|机关|部门|汇总|本部)[)）]$");

  private Organisations() {}

  /** Whether a label in normal form ends like the name of an organisation. */
  static boolean isName(String label) {
    String bare = label.endsWith(")") ? BEHIND.matcher(label).replaceFirst("") : label;
    for (int length = 1; length <= Math.min(LONGEST_ENDING, bare.length()); length++) {
      if (ENDINGS.contains(bare.substring(bare.length() - length))) {
        return true;
      }
    }
    return false;
  }
}
