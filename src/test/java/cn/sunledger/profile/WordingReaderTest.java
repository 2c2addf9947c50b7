package cn.sunledger.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Unit;
import cn.sunledger.model.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wording conventions along a chain of profiles, and how their faults are told. */
class WordingReaderTest {
  @TempDir Path folder;

  private Wording read(String profile, String yaml) throws IOException {
    Files.createDirectories(folder.resolve(profile));
    Files.writeString(folder.resolve(profile + "/profile.yaml"), yaml);
    return new WordingReader(new ProfileChain(new TemplateFolder(Optional.of(folder)), profile))
        .read();
  }

  @Test
  void aProfileStatesOnlyWhatDiffers() throws IOException {
    Wording own =
        read(
            "own",
            """
            name: own
            extends: changsha
            wording:
              amount: {unit: 元}
              rate: {digits: 1}
            """);
    assertEquals(Unit.YUAN, own.unit());
    assertEquals(2, own.amountDigits());
    assertEquals(1, own.rateDigits());
    assertEquals("减少{额}，减少{率}", own.change().down());
    assertEquals("增加{额}，增长{率}", own.change().up());
    assertEquals(true, own.zeroLines());
    Wording.Outline outline = own.outline(DocumentKind.DEPARTMENT_FINAL_ACCOUNTS).orElseThrow();
    assertEquals(List.of("{序}、", "（{序}）", "{序}、"), outline.numbering());
    assertEquals("{单位}{年度}年度{部门}决算情况说明", outline.title());
    assertEquals(5, outline.publication().parts().size());
    assertEquals(14, outline.sections().size());
  }

  @Test
  void anOwnFileComesBeforeThatOfTheExtendedProfile() throws IOException {
    read("own", "name: own\nextends: hunan\n");
    Files.createDirectories(folder.resolve("own/narrative"));
    Files.writeString(folder.resolve("own/narrative/final-01-total.ftl"), "自己的");
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.of(folder)), "own");
    assertEquals(List.of("own", "hunan", "national"), chain.names());
    assertEquals("自己的", chain.find("narrative/final-01-total.ftl").orElseThrow().text());
    assertEquals(
        "hunan/narrative/final-04-fiscal-total.ftl",
        chain.find("narrative/final-04-fiscal-total.ftl").orElseThrow().file());
    assertEquals(
        "national/narrative/final-02-income.ftl",
        chain.find("narrative/final-02-income.ftl").orElseThrow().file());
    assertEquals(Optional.empty(), chain.find("../national/profile.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wording: {amount: {unit: 块}}|own/profile.yaml 第3行：不认识的金额单位“块”，可用：元、千元、万元、百万元、亿元。",
        "wording: {amount: {digits: 二}}|own/profile.yaml 第3行：小数位数应是0到8的整数，不是“二”。",
        "wording: {zero_lines: 都列}|own/profile.yaml 第3行：这里应写 true 或 false，不是“都列”。",
        "wording: {percent: 2}|own/profile.yaml 第3行：不认识的键“percent”",
        "wording: {change: {rise: 增}}|own/profile.yaml 第3行：不认识的键“rise”",
        "narrative: {budget: {document: {title: 甲, numbering: 乙, parts: [{heading: 丙}]}}}"
            + "|own/profile.yaml 第3行：一个部分要写 template 或 content（tables、annexes、narrative）中的一项。",
        "narrative: {budget: {document: {title: 甲, numbering: 乙, parts: [{content: 表}]}}}"
            + "|own/profile.yaml 第3行：content 应是 tables、annexes 或 narrative，不是“表”。",
        "narrative: {budget: {document: {title: 甲, numbering: 乙, parts: [{template: 无.ftl}]}}}"
            + "|own/profile.yaml 第3行：找不到模板文件 narrative/无.ftl，请在own或national目录下补上。",
        "narrative: {budget: {document: {title: 甲}}}|own/profile.yaml 第3行：缺少“parts”",
        "narrative: {final: {}}|own/profile.yaml 第3行：不认识的键“final”",
        "narrative: {final_accounts: {numbering: [一]}}|own/profile.yaml 第3行：numbering 要写三项",
        "narrative: {final_accounts: {sections: [{heading: 甲, template: 没有.ftl}]}}|own/profile.yaml 第3行：找不到模板文件 narrative/没有.ftl",
        "narrative: {performance_target: {title: 甲}}|own/profile.yaml：narrative 的 performance_target 缺少“numbering”，请补上。",
      })
  void faultsNameFileAndLine(String entry, String message) {
    String told =
        assertThrows(
                ProfileException.class,
                () -> read("own", "name: own\nextends: national\n" + entry + "\n"))
            .getMessage();
    assertEquals(message, told.substring(0, Math.min(message.length(), told.length())), told);
  }

  @Test
  void circlesAndMissingProfilesAreTold() throws IOException {
    Files.createDirectories(folder.resolve("one"));
    Files.writeString(folder.resolve("one/profile.yaml"), "name: one\nextends: two\n");
    assertEquals(
        "two/profile.yaml 第1行：extends 绕成了圈：two→one→two，请断开一处。",
        assertThrows(ProfileException.class, () -> read("two", "name: two\nextends: one\n"))
            .getMessage()
            .replace("第2行", "第1行"));
    String missing =
        assertThrows(ProfileException.class, () -> read("own", "name: own\nextends: nix\n"))
            .getMessage();
    assertEquals("nix/profile.yaml：没有名为“nix”的模板", missing.substring(0, 29), missing);
  }
}
