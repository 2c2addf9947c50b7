package cn.sunledger.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.sunledger.document.PlainText;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.VerifySources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on the text as a whole: what they tell, and what they leave alone. */
class TextRuleExamplesTest {
  private static final String TITLE = "宁河市教育局2022年度部门决算公开说明\n";

  @TempDir static Path folder;
  private static VerifySources sources;
  private static final NarrativeVerifier VERIFIER = Verifiers.national();

  private record Example(String rule, String good, String bad, String told) {}

  @BeforeAll
  static void workbook() {
    sources = HouseStyles.read("hebei-final.txt", folder).sources();
  }

  static Stream<Example> examples() {
    return Stream.of(
        new Example(
            "A-16",
            "九、预算绩效情况\n对8个项目开展绩效自评，平均得分93.5分，其中评价结果为优的项目6个，良的项目2个。",
            "九、预算绩效情况\n对9个项目开展绩效自评，平均得分93.5分，其中评价结果为优的项目6个，良的项目2个。",
            "各等级的项目共8个，前面写的是9个项目"),
        new Example(
            "A-16",
            "九、预算绩效情况\n共组织对8个项目开展绩效自评，平均得分88分，其中：等级为优的6个，良的1个，中的1个。",
            "九、预算绩效情况\n共组织对8个项目开展绩效自评，平均得分99.5分，其中：等级为优的6个，良的1个，中的1个。",
            "按各等级的项目数，平均得分应在85至96.25分之间"),
        new Example(
            "N-18",
            "七、政府采购情况\n政府采购预算总额600万元，其中面向中小企业预留政府采购项目预算金额420万元。",
            "七、政府采购情况\n政府采购预算总额600万元，其中面向中小企业预留政府采购项目预算金额640万元。",
            "面向中小企业预留的金额大于政府采购总额600万元"),
        new Example(
            "N-20",
            "二、机构设置\n纳入2022年度部门决算编制范围的单位共2个，包括：\n1.宁河市教育局本级\n2.宁河市第一小学\n第二部分 报表",
            "二、机构设置\n纳入2022年度部门决算编制范围的单位共3个，包括：\n1.宁河市教育局本级\n2.宁河市第一小学\n第二部分 报表",
            "写的是3个单位，列出2个"),
        new Example(
            "N-21",
            "九、预算绩效情况\n对8个项目开展绩效自评，涉及资金2417.73万元。",
            "九、预算绩效情况\n对8个项目开展绩效自评，涉及资金4217.73万元。",
            "绩效管理的项目资金大于表中的项目支出合计3470.02万元；包含其他资金的应在文中说明"),
        new Example(
            "P3-10",
            "五、“三公”经费情况\n公务用车保有量4辆。\n八、国有资产占用情况\n截至2022年12月31日，共有车辆4辆。",
            "五、“三公”经费情况\n公务用车保有量5辆。\n八、国有资产占用情况\n截至2022年12月31日，共有车辆4辆。",
            "公务用车保有量大于国有资产中的车辆总数4辆"),
        new Example(
            "P3-12",
            "五、“三公”经费情况\n“三公”经费决算16.95万元，主要原因是厉行节约。\n公务接待费支出4.35万元，比上年减少1.15万元，主要原因是来访减少。",
            "五、“三公”经费情况\n“三公”经费决算16.95万元，主要原因是厉行节约。\n公务接待费支出4.35万元，比上年减少1.15万元。",
            "公务接待费与预算或上年不等，没有写这一项的原因"),
        new Example(
            "P3-14",
            "十一、一般性支出情况\n2022年本部门开支会议费10.20万元；开支培训费26.40万元。",
            "十一、一般性支出情况\n2022年本部门开支会议费10.20万元；开支培训费6.40万元。",
            "小于一般公共预算财政拨款基本支出决算明细表 F16基本支出中的培训费26.40万元"),
        new Example(
            "W-14",
            "根据长编委发〔2019〕16号文件设立。按照长编委发[2019]16号文件执行。",
            "根据长编委发〔2019〕16号文件设立。按照长编办发[2019]16号文件执行。",
            "同一文号前面写作“长编委发〔2019〕16号”，两处必有一处有误"),
        new Example("W-15", "一般公共预算财政拨款支出8957.93万元。", "一般公共预算财政拔款支出8957.93万元。", "“拔款”疑为错别字，请核对"),
        new Example(
            "Y-02",
            "五、一般公共预算支出情况\n2022年决算数为8957.93万元，与2021年度决算数相比有所增加。",
            "五、一般公共预算支出情况\n2022年决算数为8957.93万元，与2020年度决算数相比有所增加。",
            "2022年的说明与2020年比较，上年应为2021年"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void tellsTheBadAndLeavesTheGood(Example example) {
    assertEquals(List.of(example.told()), told(example.rule(), example.bad()));
    assertEquals(List.of(), told(example.rule(), example.good()));
    assertFalse(example.told().isBlank());
  }

  private static List<String> told(String rule, String text) {
    NarrativeText narrative =
        new PlainText().read("t.txt", (TITLE + text).getBytes(StandardCharsets.UTF_8));
    return VERIFIER.verify(narrative, sources).remarks().stream()
        .filter(remark -> remark.finding().rule().equals(rule))
        .map(remark -> remark.finding().message())
        .toList();
  }
}
