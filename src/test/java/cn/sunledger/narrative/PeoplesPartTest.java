package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.layout.Forms;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Wording;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import cn.sunledger.samples.TextWorkbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where what only people know comes from, and what stands in the text until they say it. */
class PeoplesPartTest {
  private static final Path CASES = Path.of("src/test/resources/narrative/cases");

  private static final String DRAFTED = "【待核：按数字草拟的原因，请核实】";

  @TempDir Path folder;

  private Disclosure read(String name) {
    return SampleReader.read(TextWorkbook.write(CASES.resolve(name + ".txt"), folder));
  }

  private Narrative write(String profile, Given given) {
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), profile);
    Wording wording = new WordingReader(chain).read();
    Disclosure current = read("odd-2024-final");
    Comparison comparison =
        new DisclosureComparer(wording.rateDigits())
            .compare(current, Optional.empty(), Optional.of(read("odd-2023-final")));
    return new NarrativeWriter(wording, chain).write(current, comparison, given);
  }

  private static String text(Narrative narrative) {
    return String.join(
        "\n",
        narrative.sections().stream().flatMap(section -> section.paragraphs().stream()).toList());
  }

  private static List<String> keys(Narrative narrative) {
    return narrative.items().stream().map(ManualItem::key).toList();
  }

  private static ManualItem item(Narrative narrative, String key) {
    return narrative.items().stream().filter(item -> item.key().equals(key)).findFirst().get();
  }

  @Test
  void countsComeFromTheTableOfOperations() {
    List<Disclosure> beside = List.of(read("odd-2024-statistics"));
    Narrative without = write("national", Given.of(Map.of()));
    Narrative with = write("national", new Given(Map.of(), Map.of(), false, beside));

    String text = text(with);
    assertTrue(text.contains("共有车辆3辆，其中：副部（省）级及以上领导用车0辆、主要负责人用车0辆、机要通信用车1辆、应急保障用车1辆、"), text);
    assertTrue(text.contains("其他用车1辆，其他用车主要是【待填：其他用车的用途】；单价100万元（含）以上设备（不含车辆）2台（套）"), text);
    assertTrue(
        text.contains("政府采购支出总额60.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出0.00万元、政府采购服务支出40.00万元"), text);
    assertTrue(text.contains("授予中小企业合同金额50.00万元，占政府采购支出总额的83.33%"), text);
    assertTrue(text.contains("授予小微企业合同金额30.00万元，占授予中小企业合同金额的60.00%"), text);
    assertTrue(text.contains("机关运行经费支出31.50万元"), text);
    assertTrue(keys(without).contains("count/asset_vehicle_emergency"));
    assertFalse(keys(with).contains("count/asset_vehicle_emergency"));
    assertFalse(keys(with).contains("amount/procurement_goods"));
  }

  /** Chongqing leaves the uses blank for which there is no vehicle; the total tells that. */
  @Test
  void usesThatTheTotalLeavesNoVehicleForHaveNone() {
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), "national");
    Disclosure current = Forms.all().get("chongqing-2022-statistics");
    Comparison comparison =
        new DisclosureComparer(2).compare(current, Optional.empty(), Optional.empty());
    Narrative narrative =
        new NarrativeWriter(new WordingReader(chain).read(), chain)
            .write(current, comparison, Map.of());
    assertTrue(
        text(narrative)
            .contains("共有车辆15辆，其中：副部（省）级及以上领导用车0辆、主要负责人用车1辆、机要通信用车2辆、应急保障用车12辆、执法执勤用车0辆"),
        text(narrative));
  }

  /** A table that says 机关运行经费, alone or beside “三公”经费, leaves nothing to ask. */
  @Test
  void runningCostsComeFromWhateverTableSaysThem() {
    Map<String, String> expected =
        Map.of(
            "shanghai-2025-budget", "机关运行经费预算464.64万元",
            "county-2023-years", "机关运行经费预算41.00万元，比上年预算增加1.00万元，增长2.50%",
            "henan-2020-budget", "机关运行经费预算150.00万元",
            "jiangsu-2022-final", "机关运行经费支出1000.00万元",
            "yunnan-2023-final", "机关运行经费支出50.00万元");
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), "national");
    NarrativeWriter writer = new NarrativeWriter(new WordingReader(chain).read(), chain);
    Map<String, Disclosure> forms = Forms.all();
    expected.forEach(
        (form, sentence) -> {
          Disclosure current = forms.get(form);
          Comparison comparison =
              new DisclosureComparer(2).compare(current, Optional.empty(), Optional.empty());
          Narrative narrative = writer.write(current, comparison, Map.of());
          assertTrue(text(narrative).contains(sentence), form + "：" + text(narrative));
          assertFalse(keys(narrative).contains("amount/org_running_cost"), form);
        });
  }

  @Test
  void whatPeopleTypeCountsMoreThanTheTable() {
    Narrative narrative =
        write(
            "national",
            new Given(
                Map.of("count/asset_vehicle_other", "5辆"),
                Map.of(),
                false,
                List.of(read("odd-2024-statistics"))));
    assertTrue(text(narrative).contains("其他用车5辆"), text(narrative));
    assertTrue(text(narrative).contains("共有车辆7辆"), text(narrative));
  }

  /** Texts and counts stand in the text, marked; a reason changes with the year and is offered. */
  @Test
  void lastYearsAnswersAreMarkedForConfirmation() {
    Map<String, String> before =
        Map.of(
            "reason/total/expense/prior", "压减一般性支出。",
            "count/asset_vehicle_other", "1辆",
            "text/performance_management", "制度健全",
            "text/performance_problems", "【待填：绩效管理存在的问题及原因】");
    Narrative narrative = write("national", new Given(Map.of(), before, false, List.of()));

    String text = text(narrative);
    assertTrue(text.contains("主要原因是：【待填：收、支总计比上年增加的原因，上年所填为“压减一般性支出”】。"), text);
    assertTrue(text.contains("其他用车1【待核：上年所填，请核实】辆"), text);
    assertTrue(text.contains("制度健全【待核：上年所填，请核实】。"), text);
    assertTrue(text.contains("【待填：绩效管理存在的问题及原因】。"), text);
    assertTrue(text.contains("共有车辆【待填：车辆合计，各项填齐后自动合计】辆"), "unconfirmed counts are no sum");
    for (String key : before.keySet()) {
      assertTrue(item(narrative, key).answer().isEmpty(), key + " stays open");
    }
    assertTrue(item(narrative, "reason/total/expense/prior").hint().endsWith("上年所填：压减一般性支出"));
  }

  @Test
  void reasonsAreDraftedOnlyOnRequest() {
    Narrative plain = changsha(Given.of(Map.of()));
    Narrative drafted = changsha(new Given(Map.of(), Map.of(), true, List.of()));

    ManualItem asked = item(plain, "reason/three_public/total/prior");
    assertTrue(asked.hint().startsWith("比上年变动较大的项目："), asked.hint());
    String draft = asked.hint().substring(asked.hint().indexOf('：') + 1);
    assertFalse(text(plain).contains(draft), "beside the blank only");
    assertTrue(text(drafted).contains("主要原因是：" + draft + DRAFTED + "。"), text(drafted));
    assertTrue(item(drafted, "reason/three_public/total/prior").answer().isEmpty(), "stays open");
    assertEquals(keys(plain), keys(drafted));
    Map<String, String> answers = Map.of("reason/three_public/total/prior", "机构调整");
    String answered = text(changsha(new Given(answers, Map.of(), true, List.of())));
    assertFalse(answered.contains("主要原因是：" + draft + DRAFTED), answered);
    assertTrue(answered.contains("主要原因是：机构调整。"), answered);
  }

  private static Narrative changsha(Given given) {
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.empty()), "national");
    Disclosure current = SampleReader.sample("changsha-2023-final-accounts.xlsx");
    Comparison comparison =
        new DisclosureComparer(2)
            .compare(
                current,
                Optional.empty(),
                Optional.of(SampleReader.sample("changsha-2022-final-accounts.xlsx")));
    return new NarrativeWriter(new WordingReader(chain).read(), chain)
        .write(current, comparison, given);
  }

  @Test
  void thereIsNoReasonThatIsNone() {
    Narrative narrative =
        write(
            "national",
            Given.of(Map.of("reason/total/expense/prior", "无", "amount/event_cost", "无")));
    assertTrue(text(narrative).contains("【待填：收、支总计比上年增加的原因，所填“无”不是原因】"), text(narrative));
    assertTrue(text(narrative).contains("未举办节庆、晚会、论坛、赛事等活动。"), text(narrative));
  }
}
