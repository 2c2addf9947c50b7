package cn.sunledger.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Fund;
import cn.sunledger.model.TableLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutLoaderTest {
  private static final List<String> NATIONAL = List.of("national");

  @TempDir Path folder;

  @Test
  void aProvinceStatesOnlyDifferences() throws IOException {
    put("province/profile.yaml", "name: province\nextends: national\n");
    put(
        "province/layouts/a.yaml",
        "id: bud_total\naliases: [某省收支一览]\nnot: [乡镇]\nfund: fiscal_appropriation\n");

    TableLayout own = layout(List.of("national", "province"), "bud_total");
    TableLayout base = layout(NATIONAL, "bud_total");

    assertEquals("province", own.profile());
    assertEquals("province/layouts/a.yaml:1", own.source());
    assertEquals(base.id(), own.id());
    assertEquals(DocumentKind.DEPARTMENT_BUDGET, own.document());
    assertEquals(base.stage(), own.stage());
    assertEquals(base.lines(), own.lines());
    assertEquals(base.keywords(), own.keywords());
    List<String> aliases = new ArrayList<>(base.aliases());
    aliases.add("某省收支一览");
    assertEquals(aliases, own.aliases());
    assertEquals(List.of("乡镇"), own.not());
    assertEquals(Fund.FISCAL_APPROPRIATION, own.fund());
  }

  @Test
  void tablesOfOnePlaceAreKnownEverywhereAndItsDifferencesAreNot() throws IOException {
    put("province/layouts/own.yaml", "table: 某省专用表\nid: own\ndocument: budget\n");
    put("province/layouts/other.yaml", "id: bud_total\naliases: [某省收支一览]\n");
    put("aaa/layouts/later.yaml", "id: own\naliases: [某市专用表]\n");

    assertEquals("province", layout(NATIONAL, "own").profile());
    assertEquals(List.of("某省专用表"), layout(NATIONAL, "own").aliases());
    assertEquals("national", layout(NATIONAL, "bud_total").profile());
  }

  @Test
  void hunanAndShenzhenAreRead() {
    assertEquals("hunan", layout(NATIONAL, "bud_special_funds").profile());
    List<String> shenzhen = List.of("national", "shenzhen");
    assertTrue(layout(shenzhen, "bud_fiscal_total").aliases().contains("政府预算拨款收支总表"));
    assertTrue(
        loader().vocabulary(shenzhen).stream()
            .anyMatch(term -> term.measure().equals(Optional.of("duty_project"))));
  }

  /** A title that two tables of one kind of document claim would be decided by chance. */
  @Test
  void noTitleIsClaimedTwice() {
    Map<String, String> claims = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (TableLayout layout : loader().layouts(NATIONAL)) {
      for (String alias : layout.aliases()) {
        String id = layout.id().id();
        String before = claims.put(layout.document() + alias, id);
        if (before != null && !before.equals(id)) {
          faults.add(alias + ": " + before + ", " + id);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          table: 表\\nid: x\\ndocument: budget\\ncolour: red | 第4行：不认识的键“colour”，可用的键有：
          table: 表\\nid: x\\ndocument: budget\\naliases: {a: b} | 第4行：这里应是一个列表（每项以“- ”开头）。
          table: [表]\\nid: x\\ndocument: budget | 第1行：这里应是一个文字或数，不应是列表或映射。
          id: x\\ndocument: budget | 第1行：缺少“table”（标准表名），请补上。
          table: 表\\ndocument: budget | 第1行：缺少“id”，请补上。
          table: 表\\nid: x | 第1行：缺少“document”（budget、final_accounts 等），请补上。
          table: 表\\nid: x\\ndocument: plan | 第3行：不认识的文件种类“plan”，可用：budget、
          table: 表\\nid: x\\ndocument: budget\\nfund: gold | 第4行：不认识的资金性质“gold”，可用：all、
          table: 表\\nid: x\\ndocument: budget\\nstage: later | 第4行：不认识的阶段“later”，可用：
          table: 表\\nid: x\\ndocument: budget\\nid: y | 第4行：键“id”写了两次，请删去一个。
          table: 表\\n  id: x\\n document: budget | 第2行：不是合法的 YAML（
          table: "表\\nid: x | 第2行：不是合法的 YAML（
          table: 表\\nid: x\\ndocument: budget\\naliases:\\n  - 甲\\n  - "" | 第6行：这一项是空的，请写上文字或删去这一项。
          table: 表\\nid: x\\ndocument: budget\\nkeywords: ["!"] | 第4行：这一项是空的，请写上文字或删去这一项。
          - 表 | 第1行：这里应是一个映射（键: 值）。
          '' | ：文件是空的，请补上内容或删去此文件。
          """)
  void aFaultyLayoutNamesFileLineAndRemedy(String text, String message) throws IOException {
    put("place/layouts/faulty.yaml", text.replace("\\n", "\n"));
    assertFault(
        () -> loader().layouts(List.of("national", "place")),
        "place/layouts/faulty.yaml" + (message.startsWith("：") ? "" : " ") + message);
  }

  @Test
  void anIdIsUsedOnceInAFolder() throws IOException {
    put("place/layouts/a.yaml", "table: 甲表\nid: x\ndocument: budget\n");
    put("place/layouts/b.yaml", "# 乙\ntable: 乙表\nid: x\ndocument: budget\n");
    assertFault(
        () -> loader().layouts(List.of("national", "place")),
        "place/layouts/b.yaml 第2行：编号“x”在同一目录的另一份表样里已经用过，请换一个。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - {labels: [甲], colour: red} | 第1行：不认识的键“colour”，可用的键有：
          - {measure: x} | 第1行：缺少“labels”，请补上。
          - {labels: [甲], unit: 斤} | 第1行：不认识的单位“斤”，可用：元、千元、万元、亿元、%。
          - {labels: [甲, ""], measure: x} | 第1行：这一项是空的，请写上文字或删去这一项。
          - {labels: [甲], fund: gold} | 第1行：不认识的资金性质“gold”，可用：
          labels: [甲] | 第1行：这里应是一个列表（每项以“- ”开头）。
          """)
  void aFaultyVocabularyNamesFileLineAndRemedy(String text, String message) throws IOException {
    put("place/vocabulary.yaml", text);
    assertFault(
        () -> loader().vocabulary(List.of("national", "place")),
        "place/vocabulary.yaml " + message);
  }

  private static void assertFault(Runnable load, String start) {
    ProfileException fault = assertThrows(ProfileException.class, load::run);
    assertTrue(fault.getMessage().startsWith(start), fault.getMessage());
  }

  private TableLayout layout(List<String> profiles, String id) {
    return loader().layouts(profiles).stream()
        .filter(layout -> layout.id().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private LayoutLoader loader() {
    return new LayoutLoader(new TemplateFolder(Optional.of(folder)));
  }

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
