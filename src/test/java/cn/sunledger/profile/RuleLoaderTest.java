package cn.sunledger.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.Severity;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A faulty rule file names file, line and remedy; a province says only what differs. */
class RuleLoaderTest {
  private static final String ENTRY =
      """
      - id: T-01
        title: 合计
        scope: {table: 收入决算表, each: 行}
        formula: 合计 = 甲 + 乙
        severity: error
        why: 表样
        good: {甲: 1, 乙: 2, 合计: 3}
        bad: {甲: 1, 乙: 2, 合计: 4!}
      """;

  @TempDir Path templates;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "severity: error | severity: fatal | 第5行：severity 只能是",
        "title: 合计 | titel: 合计 | 第2行：不认识的键“titel”",
        "formula: 合计 = 甲 + 乙 | formula: 合计 甲 + 乙 | 第4行：公式“合计 甲 + 乙”写错了：缺少 =、≤ 或 ≥",
        "formula: 合计 = 甲 + 乙 | formula: 合计 = 甲 + | 末尾缺少一项",
        "formula: 合计 = 甲 + 乙 | formula: 合计 = 甲 = 乙 | 一个公式只能有一个",
        "formula: 合计 = 甲 + 乙 | formula: 合计 = sum(all) | sum(all) 不认识",
        "formula: 合计 = 甲 + 乙 | formula: 左.合计 = 甲 | 栏块“左”不认识",
        "formula: 合计 = 甲 + 乙 | formula: 表@明年:合计 = 甲 | “@明年”不认识",
        "formula: 合计 = 甲 + 乙 | class: no_such_rule | 没有名为“no_such_rule”的程序规则",
        "why: 表样 | 'message: ${amount}\n  why: 表样' | 占位“${amount}”不认识",
        "each: 行 | each: 列 | each“列”不认识",
        "id: T-01 | id: T1 | 编号“T1”不合写法",
        "why: 表样 | since: 二零二四 | “二零二四”不是年份"
      })
  void faultsNameFileLineAndRemedy(String old, String faulty, String message) throws IOException {
    write("here/rules/a.yaml", ENTRY.replace(old, faulty.replace("\\n", "\n")));
    ProfileException e = assertThrows(ProfileException.class, () -> load("here"));
    assertTrue(e.getMessage().startsWith("here/rules/a.yaml 第"), e::getMessage);
    assertTrue(e.getMessage().contains(message), e::getMessage);
  }

  @Test
  void anIdIsNeverUsedTwice() throws IOException {
    write("here/rules/a.yaml", ENTRY);
    write("here/rules/b.yaml", ENTRY);
    ProfileException e = assertThrows(ProfileException.class, () -> load("here"));
    assertTrue(e.getMessage().contains("编号 T-01 在 a.yaml 中已用"), e::getMessage);
  }

  @Test
  void entriesStandInOrder() throws IOException {
    write("here/rules/a.yaml", ENTRY.replace("T-01", "T-02") + ENTRY);
    ProfileException e = assertThrows(ProfileException.class, () -> load("here"));
    assertTrue(e.getMessage().contains("编号 T-01 应排在 T-02 之前"), e::getMessage);
  }

  @Test
  void aProvinceReplacesAndRemoves() throws IOException {
    write("here/rules/a.yaml", ENTRY + ENTRY.replace("T-01", "T-02"));
    write(
        "there/rules/a.yaml",
        ENTRY.replace("severity: error", "severity: warning") + "- {id: T-02, off: 本省不公开此表}\n");
    RuleBook book = load("here", "there");
    assertEquals(List.of("T-01"), book.rules().stream().map(ReconciliationRule::id).toList());
    assertEquals(Severity.WARNING, book.rules().get(0).severity());
  }

  @Test
  void whatIsRemovedMustExist() throws IOException {
    write("here/rules/a.yaml", "- {id: T-09, off: 不适用}\n");
    ProfileException e = assertThrows(ProfileException.class, () -> load("here"));
    assertTrue(e.getMessage().contains("要停用的规则 T-09 不存在"), e::getMessage);
  }

  @Test
  void aFaultyListOfHeadingsNamesItsLine() throws IOException {
    write("here/codes/function.csv", "code,name,level,valid_from,valid_to\n20,一般公共服务支出,类,,\n");
    ProfileException e = assertThrows(ProfileException.class, () -> load("here"));
    assertTrue(e.getMessage().startsWith("here/codes/function.csv 第2行：科目应有"), e::getMessage);
  }

  private RuleBook load(String... chain) {
    return new RuleLoader(new TemplateFolder(Optional.of(templates)), Set.of("total_sums"))
        .load(List.of(chain));
  }

  private void write(String file, String text) throws IOException {
    Path path = templates.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
