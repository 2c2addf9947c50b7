package cn.sunledger.cli;

import cn.sunledger.report.Shown;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage, in one Chinese sentence and with a hint. */
final class UsageFaults implements CommandLine.IParameterExceptionHandler {
  private static final int NEAR = 2;

  /** What a command of ours says is Chinese; what the library says is not for our users. */
  private static final Pattern OURS = Pattern.compile("\\p{IsHan}");

  @Override
  public int handleParseException(ParameterException fault, String[] words) {
    CommandLine line = fault.getCommandLine();
    PrintWriter err = line.getErr();
    err.print(Shown.text(sentence(fault, words)) + "\n");
    err.print("用法见：" + line.getCommandSpec().qualifiedName() + " --help\n");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException fault, String[] words) {
    CommandLine line = fault.getCommandLine();
    if (fault instanceof UnmatchedArgumentException unmatched) {
      return unmatched(line, unmatched.getUnmatched().get(0));
    }
    if (fault instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing().get(0), words);
    }
    if (fault instanceof OverwrittenOptionException twice) {
      return "选项 " + name(twice.getOverwritten()) + " 写了两次，请只留一个。";
    }
    if (fault.getValue() != null && fault.getValue().indexOf('\uFFFD') >= 0) {
      return "系统的区域设置认不得文件名里的字，请先执行 export LC_ALL=C.UTF-8（或 zh_CN.UTF-8）再试。";
    }
    if (fault.getArgSpec() != null && fault.getValue() != null) {
      return name(fault.getArgSpec())
          + " 不能是“"
          + fault.getValue()
          + "”"
          + allowed(fault.getArgSpec());
    }
    return OURS.matcher(fault.getMessage()).find() ? fault.getMessage() : "用法有误。";
  }

  private static String unmatched(CommandLine line, String word) {
    if (word.startsWith("-")) {
      List<String> options =
          line.getCommandSpec().options().stream()
              .flatMap(option -> Arrays.stream(option.names()))
              .toList();
      return "没有“" + word + "”这个选项" + didYouMean(word, options) + "。";
    }
    if (line.getParent() == null) {
      return "没有“"
          + word
          + "”这个命令，也没有这个文件"
          + didYouMean(word, line.getSubcommands().keySet().stream().toList())
          + "。";
    }
    return "“" + word + "”是多余的。";
  }

  private static String missing(ArgSpec missing, String[] words) {
    if (missing.isPositional()) {
      return "没有指定要处理的文件。";
    }
    boolean given =
        Arrays.stream(((OptionSpec) missing).names())
            .anyMatch(name -> Arrays.asList(words).contains(name));
    return given ? "选项 " + name(missing) + " 后面缺少值。" : "缺少选项 " + name(missing) + "。";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String allowed(ArgSpec argument) {
    Class<?> type = argument.typeInfo().getType();
    if (type.isEnum()) {
      String values =
          Stream.of(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining("、"));
      return "，可用的值：" + values + "。";
    }
    return type == int.class || type == Integer.class ? "，应是一个整数。" : "。";
  }

  private static String didYouMean(String word, List<String> known) {
    Optional<String> near =
        known.stream()
            .filter(candidate -> distance(word, candidate) <= NEAR)
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    return near.map(candidate -> "，是不是“" + candidate + "”").orElse("");
  }

  /** How many letters must be added, dropped, or replaced. */
  private static int distance(String left, String right) {
    int[] costs = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int corner = costs[0];
      costs[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? corner : corner + 1;
        corner = costs[j];
        costs[j] = Math.min(same, Math.min(costs[j], costs[j - 1]) + 1);
      }
    }
    return costs[right.length()];
  }
}
