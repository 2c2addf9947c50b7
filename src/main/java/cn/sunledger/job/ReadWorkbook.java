package cn.sunledger.job;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Labels;
import java.nio.file.Path;
import java.util.Map;

/**
 * A workbook that was read.
 *
 * @param path where it is
 * @param name how messages call it
 * @param disclosure its tables, those of our own sheets left out
 * @param answers what a user has filled into 待填事项, by key; empty where it was never annotated
 * @param opinions 处理意见 that a user has filled into 核对结果, by the key of their finding
 */
public record ReadWorkbook(
    Path path,
    String name,
    Disclosure disclosure,
    Map<String, String> answers,
    Map<String, String> opinions) {
  /** Copies the maps. */
  public ReadWorkbook {
    answers = Map.copyOf(answers);
    opinions = Map.copyOf(opinions);
  }

  /**
   * A workbook without 处理意见.
   *
   * @param path where it is
   * @param name how messages call it
   * @param disclosure its tables
   * @param answers what a user has filled into 待填事项
   */
  public ReadWorkbook(Path path, String name, Disclosure disclosure, Map<String, String> answers) {
    this(path, name, disclosure, answers, Map.of());
  }

  private static final int TELLING_NAME = 4;

  /** Whether both are known to belong to the same department or unit. */
  boolean sameUnit(ReadWorkbook other) {
    String code = disclosure.unitCode();
    if (!code.isEmpty() && !other.disclosure.unitCode().isEmpty()) {
      return code.equals(other.disclosure.unitCode());
    }
    String unit = Labels.normal(disclosure.unitName());
    return !unit.isEmpty() && unit.equals(Labels.normal(other.disclosure.unitName()));
  }

  /** Whether nothing tells whose it is. */
  boolean ofUnknownUnit() {
    return disclosure.unitCode().isEmpty() && disclosure.unitName().isEmpty();
  }

  /** Whether one of the two departments is known to be a part of the other. */
  boolean sameDepartment(ReadWorkbook other) {
    String mine = disclosure.unitCode();
    String theirs = other.disclosure.unitCode();
    return sameUnit(other)
        || !mine.isEmpty()
            && !theirs.isEmpty()
            && (mine.startsWith(theirs) || theirs.startsWith(mine))
        || within(disclosure.unitName(), other.disclosure.unitName());
  }

  /** 某市某局 and 某市某局机关服务中心: a unit is often called by its department's name and its own. */
  private static boolean within(String one, String other) {
    String mine = Labels.normal(one);
    String theirs = Labels.normal(other);
    return Math.min(mine.length(), theirs.length()) >= TELLING_NAME
        && (mine.startsWith(theirs) || theirs.startsWith(mine));
  }
}
