package cn.sunledger.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.rule.CodeBook;
import cn.sunledger.model.rule.HeadingCode;
import cn.sunledger.model.rule.RenamedHeading;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years whose classification differs: 科目 are matched by code and by meaning, and it is said. */
class RenamedHeadingsTest {
  @TempDir Path folder;

  private Disclosure accounts(int year, String lines) throws IOException {
    Path text = folder.resolve("accounts-" + year + ".txt");
    Files.writeString(
        text,
        """
        == 支出
        一般公共预算财政拨款支出决算表
        ||||公开05表
        部门：临江区卫生局|||%d年度|金额单位：万元
        项目||本年支出||
        科目代码|科目名称|小计|基本支出|项目支出
        栏次||1|2|3
        %s"""
            .formatted(year, lines));
    return SampleReader.read(TextWorkbook.write(text, folder));
  }

  private static String shown(Optional<SourcedAmount> amount) {
    return amount.map(each -> each.amount().value().toPlainString()).orElse("-");
  }

  private static String line(Comparison comparison, String code) {
    ComparisonRow row = comparison.row("gpb_expense/" + code).orElseThrow();
    return row.label() + " " + shown(row.actual()) + " " + shown(row.prior());
  }

  @Test
  void renamedAndRenumberedHeadingsAreOne() throws IOException {
    Disclosure before =
        accounts(
            2018,
            """
            合计||190.00|100.00|90.00
            207|文化体育与传媒支出|30.00|0.00|30.00
            20701|文化|30.00|0.00|30.00
            2070109|群众文化|30.00|0.00|30.00
            210|医疗卫生与计划生育支出|160.00|100.00|60.00
            21001|医疗卫生与计划生育管理事务|150.00|100.00|50.00
            2100101|行政运行|150.00|100.00|50.00
            21007|计划生育事务|10.00|0.00|10.00
            2100716|旧的服务|10.00|0.00|10.00
            """);
    Disclosure now =
        accounts(
            2019,
            """
            合计||200.00|110.00|90.00
            207|文化旅游体育与传媒支出|35.00|0.00|35.00
            20701|文化和旅游|35.00|0.00|35.00
            2070109|群众文化|35.00|0.00|35.00
            210|卫生健康支出|165.00|110.00|55.00
            21001|卫生健康管理事务|155.00|110.00|45.00
            2100101|行政运行|155.00|110.00|45.00
            21007|计划生育事务|10.00|0.00|10.00
            2100717|新的服务|10.00|0.00|10.00
            """);
    CodeBook packed =
        new RuleLoader(new TemplateFolder(Optional.empty())).codes(List.of("national"));
    Comparison known =
        new DisclosureComparer(2, packed).compare(now, Optional.empty(), Optional.of(before));
    assertEquals("文化旅游体育与传媒支出 35.00 30.00", line(known, "207"));
    assertEquals("卫生健康支出 165.00 160.00", line(known, "210"));
    assertEquals("新的服务 10.00 -", line(known, "2100717"));
    assertEquals("旧的服务 - 10.00", line(known, "2100716"));
    List<String> about = known.remarks().stream().filter(text -> text.contains("科目")).toList();
    assertEquals(
        List.of(
            "上年的科目此后更名，是同一科目：207文化体育与传媒支出→文化旅游体育与传媒支出、210医疗卫生与计划生育支出→卫生健康支出。",
            "上年的科目名称与本年不同，按代码对应：20701文化→文化和旅游、21001医疗卫生与计划生育管理事务→卫生健康管理事务。",
            "上年有支出、本年没有支出的科目：2100716旧的服务。"),
        about);

    CodeBook own =
        new CodeBook(
            List.of(
                new HeadingCode(
                    "function", "2100716", "旧的服务", 3, Optional.empty(), Optional.of(2018))),
            List.of(new RenamedHeading("旧的服务", "新的服务", "renamed")));
    Comparison mapped =
        new DisclosureComparer(2, own).compare(now, Optional.empty(), Optional.of(before));
    assertEquals("新的服务 10.00 10.00", line(mapped, "2100717"));
    assertEquals(
        "上年的科目代码与本年不同，按名称对应：2100716旧的服务→2100717新的服务。",
        mapped.remarks().stream().filter(text -> text.contains("2100716")).findFirst().orElse(""));
    CodeBook abolished = new CodeBook(List.of(own("2100716", 2018)), List.of());
    assertEquals(
        "上年有支出、本年没有支出的科目：2100716旧的服务（2019年起停用）。",
        new DisclosureComparer(2, abolished)
            .compare(now, Optional.empty(), Optional.of(before)).remarks().stream()
                .filter(text -> text.contains("2100716"))
                .findFirst()
                .orElse(""));
  }

  private static HeadingCode own(String code, int lastYear) {
    return new HeadingCode("function", code, "旧的服务", 3, Optional.empty(), Optional.of(lastYear));
  }

  /** A table of 项 alone still has its 类 named, from the list of 科目. */
  @Test
  void headingsThatAreNotPrintedAreNamedByTheList() throws IOException {
    Disclosure now = accounts(2023, "合计||12.00|12.00|0.00\n2050204|高中教育|12.00|12.00|0.00\n");
    CodeBook packed =
        new RuleLoader(new TemplateFolder(Optional.empty())).codes(List.of("national"));
    Comparison comparison =
        new DisclosureComparer(2, packed).compare(now, Optional.empty(), Optional.empty());
    assertEquals("教育支出 12.00 -", line(comparison, "205"));
    assertEquals("高中教育 12.00 -", line(comparison, "2050204"));
  }
}
