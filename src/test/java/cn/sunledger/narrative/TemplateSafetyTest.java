package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileException;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.samples.SampleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an office's own template may not do, and how its mistakes are told. */
class TemplateSafetyTest {
  private static final Disclosure DISCLOSURE =
      SampleReader.sample("changsha-2023-final-accounts.xlsx");

  @TempDir Path folder;

  @BeforeEach
  void profile() throws IOException {
    Files.createDirectories(folder.resolve("own/narrative"));
    Files.writeString(
        folder.resolve("own/profile.yaml"),
        """
        name: own
        extends: national
        narrative:
          final_accounts:
            sections:
              - {heading: 一节, template: own.ftl}
        """);
  }

  private String run(String template) {
    return run(Map.of("own.ftl", template));
  }

  private String run(Map<String, String> templates) {
    templates.forEach(
        (name, text) -> {
          try {
            Files.writeString(folder.resolve("own/narrative").resolve(name), text);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    ProfileChain chain = new ProfileChain(new TemplateFolder(Optional.of(folder)), "own");
    return new NarrativeWriter(new WordingReader(chain).read(), chain)
            .write(
                DISCLOSURE,
                new DisclosureComparer(2).compare(DISCLOSURE, Optional.empty(), Optional.empty()),
                Map.of())
            .sections()
            .stream()
            .flatMap(section -> section.paragraphs().stream())
            .toList()
            .toString();
  }

  private String refusal(String template) {
    return assertThrows(ProfileException.class, () -> run(template)).getMessage();
  }

  @Test
  void anOwnTemplateIsUsed() {
    assertEquals(
        "[支出1717.31万元，基本支出占83.61%。, 第二段]",
        run(
            """
            支出${金额(项目("expense/total"))}，
            基本支出占${占比(项目("expense/basic"))}。

            <#-- 注释里可以写“为什么” -->
            第二段
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"? new()(\"java.io.File\", \"x\")}",
        "<#assign x=\"${1}\"?interpret><@x/>",
        "${\"1+1\"?eval}",
        "${\"1+1\"?<#-- x -->eval}",
        "${\"<#--\"}${\"1+1\"?eval}${\"-->\"}",
        "${\"<#--\"}${\"1+1\"?<#-- -->eval}${\"-->\"}",
        "${项目(\"expense/total\")?api.class}",
        "${金额?c}",
        "${.data_model?keys?size}",
        "${.now}",
        "${(.version)}",
        "${.get_optional_template(\"x\").exists}",
        "<#include \"../../../../etc/passwd\">",
        "<#include \"/etc/passwd\">",
        "<#include \"file:///etc/passwd\">",
        "<#import \"x.ftl\" as x>",
        "<#setting locale=\"zh_CN\">",
        "<#setting number_format=\"0\">${1}",
        "<#ftl output_format=\"HTML\">",
        "<#attempt>${x}<#recover></#attempt>",
        "<#list 1..999999999 as x></#list>",
        "${1}",
        "${1+1}",
        "${\"\" + 3.14}",
        "${末级(\"gpb_expense\")?size}",
        "<#global x=1>",
        "<#visit x>",
        "<#function f><#return f()></#function>${f()}",
        "<#transform x></#transform>",
        "<#stop \"x\">",
        "${项目(\"expense/total\").class}",
        "${项目(\"expense/total\").item.current}",
        "${金额.class.forName(\"java.lang.Runtime\")}",
      })
  void attacksAreRefusedWithFileAndLine(String template) {
    String message = refusal("第一行\n" + template);
    assertTrue(message.startsWith("own/narrative/own.ftl"), message);
    assertFalse(message.contains("freemarker.core"), message);
  }

  @Test
  void aBracketDirectiveIsOnlyText() {
    assertEquals("[[#assign x=1]]", run("[#assign x=1]"));
  }

  @Test
  void anEndlessTemplateIsStopped() {
    String nested =
        "<#assign 列=末级(\"basic\")>"
            + "<#list 列 as a>".repeat(9)
            + "<#assign x=1>"
            + "</#list>".repeat(9);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertTrue(refusal(nested).contains("还没有结束"), "steps"));
    String growing =
        "<#list 末级(\"basic\") as a>".repeat(4) + "一".repeat(100) + "</#list>".repeat(4);
    assertTrue(refusal(growing).contains("输出的文字超过"));
    assertTrue(refusal("<#macro m><@m/></#macro><@m/>").contains("没有尽头"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${项目(\"expense/total\").结算}|own/narrative/own.ftl 第2行：项目没有“结算”这一属性",
        "${没有的名称}|own/narrative/own.ftl 第2行：“没有的名称”没有这个名称，请检查拼写（该行：${没有的名称}）。",
        "${项目(\"expense/total\")}|own/narrative/own.ftl 第2行：“项目(\"expense/total\")”不能这样用",
        "${金额(项目(\"expense/total\"), )}|own/narrative/own.ftl 第2行：模板语法有误",
        "<#if 列零>没有收尾|own/narrative/own.ftl 第2行：模板语法有误",
        "${金额()}|own/narrative/own.ftl 第2行：金额() 少了第1个参数",
        "${原因(项目(\"total/expense\"), \"去年\")}|own/narrative/own.ftl 第2行：原因() 的第2个参数应是“上年”或“预算”",
        "${1}|own/narrative/own.ftl 第2行：模板里的数没有单元格可依，不能直接打印，请用 金额() 等函数",
        "${\"x\"?upper_case}|own/narrative/own.ftl 第2行：模板里不能用 ?upper_case",
        "<#include \"没有.ftl\">|own/narrative/own.ftl 第2行：找不到模板“没有.ftl”，请检查文件名。",
      })
  void mistakesAreToldInChinese(String template, String message) {
    String told = refusal("第一行\n" + template);
    assertTrue(told.startsWith(message), told);
  }

  @Test
  void aBrokenIncludedTemplateNamesThatTemplate() {
    assertEquals(
        "own/narrative/part.ftl 第2行：模板语法有误，请检查指令是否成对、括号和引号是否配齐（该行：${）。",
        assertThrows(
                ProfileException.class,
                () -> run(Map.of("own.ftl", "<#include \"part.ftl\">", "part.ftl", "一\n${")))
            .getMessage());
  }

  @Test
  void aFaultInAnIncludedTemplateNamesThatTemplate() {
    assertEquals(
        "own/narrative/part.ftl 第3行：“甲”没有这个名称，请检查拼写（该行：${甲}）。",
        assertThrows(
                ProfileException.class,
                () -> run(Map.of("own.ftl", "<#include \"part.ftl\">", "part.ftl", "一\n\n${甲}")))
            .getMessage());
  }
}
