package cn.sunledger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.profile.TemplateFolder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private static final List<String> COMMANDS =
      List.of("annotate", "check", "compare", "explain", "csv", "layouts", "rules", "profiles");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          compar                          | 没有“compar”这个命令，也没有这个文件，是不是“compare”。
          核对                            | 没有“核对”这个命令，也没有这个文件。
          csv                             | 缺少选项 --out。
          csv --out                       | 选项 --out 后面缺少值。
          csv --out o                     | 没有指定要处理的文件。
          csv a.xlsx --out o --only table | --only 不能是“table”，可用的值：facts、sheets。
          csv a.xlsx --out o --threads x  | --threads 不能是“x”，应是一个整数。
          csv a.xlsx --out o --threads 0  | --threads 应在 1 到 256 之间。
          csv a.xlsx --out o --resum      | 没有“--resum”这个选项，是不是“--resume”。
          csv a.xlsx --out o --out p      | 选项 --out 写了两次，请只留一个。
          csv a.xlsx --out o --resume=x   | --resume 不能是“x”。
          compare                         | 没有指定要处理的文件。
          compare a.xlsx --format xml     | --format 不能是“xml”，可用的值：text、json、csv。
          compare a.xlsx --profile nix    | 没有名为“nix”的模板，可用的有：{profiles}。
          compare a.xlsx --templates nix  | --templates 指定的“nix”不是一个文件夹。
          chekc                           | 没有“chekc”这个命令，也没有这个文件，是不是“check”。
          check a.xlsx --fail-on info     | --fail-on 不能是“info”，可用的值：error、warning、never。
          explain a.xlsx --format pdf     | --format 不能是“pdf”，可用的值：md、txt、docx。
          a.xlsx --budge b.xlsx           | 没有“--budge”这个选项，是不是“--budget”。
          rules X-999                     | 没有编号为“X-999”的规则，rules 命令列出全部编号。
          layouts extra                   | “extra”是多余的。
          """)
  void wrongUsageIsOneSentenceAndAHint(String line, String sentence) {
    Run run = Run.of((Object[]) line.split(" +"));

    String first = line.split(" ")[0];
    String command =
        COMMANDS.contains(first) ? " " + first : first.contains(".") ? " annotate" : "";
    String profiles =
        String.join("、", new ProfileLoader(new TemplateFolder(Optional.empty())).names());
    assertEquals(
        sentence.replace("{profiles}", profiles)
            + "\n用法见：java -jar sunledger.jar"
            + command
            + " --help\n",
        run.err());
    assertEquals("", run.out());
    assertEquals(2, run.code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "annotate -h",
        "check -h",
        "compare -h",
        "explain -h",
        "csv --help",
        "serve -h",
        "completion -h",
        "layouts -h",
        "rules -h",
        "profiles -h"
      })
  void helpIsInChinese(String line) {
    Run run = Run.of((Object[]) line.split(" "));

    assertEquals("", run.err());
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("用法：java -jar sunledger.jar"), run.out());
    assertTrue(run.out().contains("显示这份帮助"), run.out());
    List<String> english =
        run.out()
            .lines()
            .filter(text -> text.matches(".*\\b(Usage|Options|Commands|the)\\b.*"))
            .toList();
    assertEquals(List.of(), english);
  }

  @Test
  void everyCommandIsInTheHelp() {
    String help = Run.of("--help").out();

    for (String command : COMMANDS) {
      assertTrue(help.lines().anyMatch(line -> line.matches("  " + command + " +\\S.*")), command);
    }
  }

  @Test
  void theVersionIsOneLine() {
    assertEquals(new Run(0, "sunledger dev\n", ""), Run.of("--version"));
  }
}
