package cn.sunledger.profile;

import cn.sunledger.model.Labels;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.Relation;
import cn.sunledger.model.rule.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the closed grammar of the rule files: names, {@code + -}, {@code = ≤ ≥}, {@code
 * sum(children)}, {@code sum(类|款|项)}, {@code abs( … )}, {@code if present} and {@code
 * 表名@上年:栏块.行[栏@阶段]}. Everything is parted by blanks, so that names may hold any character but
 * these.
 */
final class FormulaParser {
  private static final Map<String, Integer> LEVELS = Map.of("类", 1, "款", 2, "项", 3);
  private static final List<String> BLOCKS = List.of("收入", "支出");
  // longer numbers are codes of 科目
  private static final Pattern CONSTANT = Pattern.compile("[0-9]{1,2}(?:\\.[0-9]+)?|100");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:(?<table>[^:@\\[\\]]+)(?:@(?<source>[^:@\\[\\]]+))?:)?"
              + "(?:(?<block>[^.:@\\[\\]]+)\\.)?"
              + "(?<name>[^.:@\\[\\]]*)(?:@(?<nameStage>[^.:@\\[\\]]+))?"
              + "(?:\\[(?<column>[^\\[\\]@]*)(?:@(?<stage>[^\\[\\]@]+))?\\])?");

  private final YamlValue place;
  private final String text;
  private final List<String> tokens;
  private int next;

  private FormulaParser(YamlValue place) {
    this.place = place;
    this.text = place.text().trim();
    this.tokens = List.of(text.replace("abs(", "abs( ").split("\\s+"));
  }

  /**
   * Parses one formula.
   *
   * @param value the text in a rule file
   * @return the formula
   * @throws ProfileException where the text does not follow the grammar
   */
  static Formula parse(YamlValue value) {
    return new FormulaParser(value).formula();
  }

  private Formula formula() {
    List<FormulaTerm> left = terms();
    Relation relation = relation();
    List<FormulaTerm> right = terms();
    if (next < tokens.size()) {
      throw fault("“" + tokens.get(next) + "”是多余的，一个公式只能有一个 =、≤ 或 ≥");
    }
    return new Formula(text, left, relation, right);
  }

  private Relation relation() {
    if (next < tokens.size()) {
      String token = tokens.get(next++);
      for (Relation relation : Relation.values()) {
        if (relation.sign().equals(token)) {
          return relation;
        }
      }
    }
    throw fault("缺少 =、≤ 或 ≥（前后要有空格）");
  }

  private List<FormulaTerm> terms() {
    List<FormulaTerm> terms = new ArrayList<>();
    int sign = 1;
    if (next < tokens.size() && tokens.get(next).equals("-")) {
      sign = -1;
      next++;
    }
    terms.add(new FormulaTerm(sign, quantity()));
    while (next < tokens.size() && (tokens.get(next).equals("+") || tokens.get(next).equals("-"))) {
      sign = tokens.get(next++).equals("+") ? 1 : -1;
      terms.add(new FormulaTerm(sign, quantity()));
    }
    return terms;
  }

  private Quantity quantity() {
    if (next >= tokens.size()) {
      throw fault("末尾缺少一项");
    }
    String token = tokens.get(next++);
    if (token.equals("abs(")) {
      return absolute();
    }
    if (token.startsWith("sum(") && token.endsWith(")")) {
      return sum(token.substring(4, token.length() - 1));
    }
    if (CONSTANT.matcher(token).matches()) {
      return new Quantity.Constant(new BigDecimal(token));
    }
    return reference(token);
  }

  private Quantity absolute() {
    List<FormulaTerm> terms = terms();
    if (next >= tokens.size() || !tokens.get(next).equals(")")) {
      throw fault("abs( 缺少与之配对的 )，括号前后要有空格");
    }
    next++;
    return new Quantity.Absolute(terms);
  }

  private Quantity sum(String of) {
    if (of.equals("children")) {
      return new Quantity.Children();
    }
    Integer level = LEVELS.get(of);
    if (level == null) {
      throw fault("sum(" + of + ") 不认识，可用 sum(children)、sum(类)、sum(款)、sum(项)");
    }
    return new Quantity.Level(level);
  }

  private Quantity reference(String token) {
    Matcher match = REFERENCE.matcher(token);
    if (!match.matches()) {
      throw fault("“" + token + "”不合写法，应为 表名:栏块.行[栏]");
    }
    String block = group(match, "block");
    if (!block.isEmpty() && !BLOCKS.contains(block)) {
      throw fault("栏块“" + block + "”不认识，可用的有：" + String.join("、", BLOCKS));
    }
    boolean ifPresent =
        next + 1 < tokens.size()
            && tokens.get(next).equals("if")
            && tokens.get(next + 1).equals("present");
    if (ifPresent) {
      next += 2;
    }
    String stage = group(match, "stage");
    return new Quantity.Reference(
        source(group(match, "source")),
        group(match, "table"),
        block,
        Labels.normal(group(match, "name")),
        Labels.normal(group(match, "column")),
        stage.isEmpty() ? group(match, "nameStage") : stage,
        ifPresent);
  }

  private Source source(String label) {
    for (Source source : Source.values()) {
      if (source.label().equals(label)) {
        return source;
      }
    }
    throw fault("“@" + label + "”不认识，可用 @上年 或 @预算");
  }

  private ProfileException fault(String problem) {
    return place.fault("公式“" + text + "”写错了：" + problem + "。");
  }

  private static String group(Matcher match, String name) {
    String group = match.group(name);
    return group == null ? "" : group;
  }
}
