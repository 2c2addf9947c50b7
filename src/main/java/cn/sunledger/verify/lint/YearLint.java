package cn.sunledger.verify.lint;

import cn.sunledger.model.Severity;
import cn.sunledger.model.Stage;
import cn.sunledger.verify.judge.Ledger;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Basis;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.text.Token;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds years left over from another year's text. */
final class YearLint {
  private static final Pattern TITLE =
      Pattern.compile("(20\\d{2})年度?(?:部门|单位)?(?:预算|决算)(?:公开)?(?:编制)?(?:情况)?(?:的)?说明");
  private static final Pattern UNTIL =
      Pattern.compile("截(?:至|止)(?:到)?(20\\d{2})年(\\d{1,2})月(\\d{1,2})?日?");

  /** 与2022年度决算数一致, 与2023年度年初预算11,900,000元相比: compared without a change of its own. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:(?:与|和|同)(20\\d{2})年[^。;:]{0,40}?(?:相比|比较|对比|一致|持平|相同)|(?:比|较)(20\\d{2})年)([^。;:,]{0,16})");

  private static final Pattern EXPLAINING = Pattern.compile("原因|由于|因为|主要是|主要系");

  private final int year;
  private final boolean finalAccounts;
  private final Set<String> found = new HashSet<>();

  YearLint(int year, boolean finalAccounts) {
    this.year = year;
    this.finalAccounts = finalAccounts;
  }

  void find(Reading reading, Ledger ledger) {
    if (year == 0) {
      return;
    }
    for (Reading.Passage passage : reading.passages()) {
      title(passage, ledger);
      until(passage, ledger);
    }
    mentions(reading, ledger);
    for (Reading.Passage passage : reading.passages()) {
      if (!passage.annex() && passage.topic() != Topic.GLOSSARY && !passage.paragraph().heading()) {
        compared(passage, ledger);
      }
    }
  }

  private void mentions(Reading reading, Ledger ledger) {
    for (Mention mention : reading.mentions()) {
      boolean change = mention.role() == Role.DELTA || mention.role() == Role.RATE;
      if (change && !mention.aside()) {
        basis(mention.basis(), mention.paragraph(), mention.token().start(), reading, ledger);
      }
      boolean compared = mention.role() == Role.LEVEL && mention.year() == mention.basis().year();
      if ((change || compared) && !mention.aside()) {
        budget(
            mention.statement(),
            mention.basis(),
            mention.paragraph(),
            mention.token().start(),
            reading,
            ledger);
      }
    }
    for (Assertion assertion : reading.assertions()) {
      if (assertion instanceof Assertion.Unchanged unchanged) {
        int at = unchanged.word().start();
        basis(unchanged.basis(), unchanged.paragraph(), at, reading, ledger);
        budget(
            unchanged.statement(), unchanged.basis(), unchanged.paragraph(), at, reading, ledger);
      }
    }
  }

  /** What is compared where no change is printed, or none that is understood. */
  private void compared(Reading.Passage passage, Ledger ledger) {
    String text = passage.folded().text();
    Matcher matcher = COMPARED.matcher(text);
    while (matcher.find()) {
      int at = Math.max(matcher.start(1), matcher.start(2));
      int other = Integer.parseInt(text.substring(at, at + 4));
      String sentence = text.substring(text.lastIndexOf('。', at) + 1, at);
      if (EXPLAINING.matcher(sentence).find()) {
        continue;
      }
      String phrase = matcher.group();
      boolean planned = finalAccounts && phrase.contains("预算") && !phrase.contains("预算执行");
      boolean done = planned && (phrase + rest(text, matcher.end())).contains("完成");
      if (other == year - 2 || other == year + 1) {
        stale(ledger, passage, at, other, year - 1);
      } else if (other == year - 1 && done) {
        stale(ledger, passage, at, other, year);
      }
    }
  }

  private static String rest(String text, int from) {
    int end = text.indexOf('。', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private void stale(Ledger ledger, Reading.Passage passage, int at, int other, int right) {
    remark(
        ledger,
        "Y-02",
        right == year ? Severity.WARNING : Severity.ERROR,
        passage.index(),
        at,
        at + 5,
        right == year
            ? year + "年决算与" + other + "年的预算比较，应与本年预算比较"
            : year + "年的说明与" + other + "年比较，上年应为" + right + "年",
        other + "年",
        right + "年");
  }

  private void title(Reading.Passage passage, Ledger ledger) {
    if (!passage.paragraph().heading()) {
      return;
    }
    Matcher matcher = TITLE.matcher(passage.folded().text());
    if (matcher.find() && Integer.parseInt(matcher.group(1)) != year) {
      remark(
          ledger,
          "Y-01",
          Severity.ERROR,
          passage.index(),
          matcher.start(1),
          matcher.end(1) + 1,
          "标题的年度是" + matcher.group(1) + "年，表是" + year + "年的",
          matcher.group(1) + "年",
          year + "年");
    }
  }

  private void until(Reading.Passage passage, Ledger ledger) {
    boolean figures = passage.topic() == Topic.ASSETS || passage.topic() == Topic.THREE_PUBLIC;
    if (!finalAccounts || !figures || passage.annex()) {
      return;
    }
    Matcher matcher = UNTIL.matcher(passage.folded().text());
    while (matcher.find()) {
      boolean otherYear = Integer.parseInt(matcher.group(1)) != year;
      boolean end =
          matcher.group(2).equals("12")
              && (matcher.group(3) == null || matcher.group(3).equals("31"));
      if (otherYear || !end) {
        remark(
            ledger,
            "Y-03",
            otherYear ? Severity.ERROR : Severity.WARNING,
            passage.index(),
            matcher.start(1),
            matcher.end(),
            "决算的资产和车辆数应截至" + year + "年12月31日",
            passage.folded().printed(matcher.start(1), matcher.end()),
            year + "年12月31日");
      }
    }
  }

  /** Final accounts are compared with the budget of their own year. */
  private void budget(
      Statement statement, Basis basis, int paragraph, int at, Reading reading, Ledger ledger) {
    boolean lastYears =
        finalAccounts
            && basis.kind() == Basis.Kind.LAST_YEAR
            && basis.year() == year - 1
            && basis.stage().map(FigureIndex::isBudget).orElse(false);
    boolean ofFinals =
        statement.mentions(Role.LEVEL).stream()
            .filter(level -> level.year() == 0 || level.year() == year)
            .allMatch(level -> level.stage().map(stage -> stage == Stage.FINAL).orElse(true));
    if (!lastYears || !ofFinals) {
      return;
    }
    year(basis, paragraph, at, reading)
        .ifPresent(
            token ->
                remark(
                    ledger,
                    "Y-02",
                    Severity.WARNING,
                    paragraph,
                    token.start(),
                    token.end(),
                    year + "年决算与" + basis.year() + "年的预算比较，应与本年预算比较",
                    token.text(),
                    year + "年"));
  }

  /** The year that a basis names, as it stands in front of the figure. */
  private static Optional<Token> year(Basis basis, int paragraph, int at, Reading reading) {
    return reading.passages().get(paragraph).tokens().stream()
        .filter(token -> token.kind() == Token.Kind.YEAR && token.year() == basis.year())
        .filter(token -> token.end() <= at && at - token.end() < 40)
        .findFirst();
  }

  private void basis(Basis basis, int paragraph, int at, Reading reading, Ledger ledger) {
    if (basis.kind() != Basis.Kind.LAST_YEAR || basis.year() == 0 || basis.year() == year - 1) {
      return;
    }
    boolean stale = basis.year() == year || basis.year() == year - 2 || basis.year() == year + 1;
    if (!stale) {
      return;
    }
    year(basis, paragraph, at, reading)
        .ifPresent(
            token ->
                remark(
                    ledger,
                    "Y-02",
                    Severity.ERROR,
                    paragraph,
                    token.start(),
                    token.end(),
                    year + "年的说明与" + basis.year() + "年比较，上年应为" + (year - 1) + "年",
                    token.text(),
                    (year - 1) + "年"));
  }

  private void remark(
      Ledger ledger,
      String rule,
      Severity severity,
      int paragraph,
      int start,
      int end,
      String message,
      String stated,
      String expected) {
    if (found.add(paragraph + "/" + start)) {
      ledger.remark(
          new Ledger.Remark(rule, severity, paragraph, start, end, message, stated, expected));
    }
  }
}
