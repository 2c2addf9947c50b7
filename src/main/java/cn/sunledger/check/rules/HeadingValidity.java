package cn.sunledger.check.rules;

import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.Labels;
import cn.sunledger.model.TableLine;
import cn.sunledger.model.rule.HeadingCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 科目的有效年度: a heading that was abolished before the year, or introduced after it, as the code lists
 * have it; told once for a workbook, with the heading that carries its name in that year.
 */
final class HeadingValidity implements Check {
  @Override
  public void run(CheckContext context, Outcome outcome) {
    Optional<Integer> year = context.disclosure().year();
    if (year.isEmpty()) {
      return;
    }
    Map<String, HeadingCode> bounded = new HashMap<>();
    for (HeadingCode heading : context.book().headings()) {
      if (heading.validFrom().isPresent() || heading.validTo().isPresent()) {
        bounded.put(heading.code(), heading);
      }
    }
    Set<String> told = new HashSet<>();
    for (TableView view : context.tables()) {
      for (TableLine line : view.table().lines()) {
        HeadingCode heading = HeadingNames.isHeading(line) ? bounded.get(line.code()) : null;
        boolean named =
            heading != null
                && Labels.normal(heading.name()).equals(Labels.normal(line.bareLabel()));
        if (named && heading.validIn(year.get())) {
          outcome.passed();
        } else if (named && told.add(line.code())) {
          outcome.found(
              view.table(),
              List.of(line.labelCell()),
              Map.of(
                  "line", Names.line(line),
                  "year", String.valueOf(year.get()),
                  "text", bounds(heading),
                  "other", instead(context, heading, year.get())));
        }
      }
    }
  }

  private static String bounds(HeadingCode heading) {
    return heading
        .validTo()
        .map(last -> "只用到 " + last + " 年")
        .orElseGet(() -> heading.validFrom().map(first -> first + " 年起才有").orElse(""));
  }

  private static String instead(CheckContext context, HeadingCode heading, int year) {
    return context.book().headings().stream()
        .filter(other -> other.name().equals(heading.name()) && other.validIn(year))
        .filter(other -> other.scheme().equals(heading.scheme()))
        .filter(other -> !other.code().equals(heading.code()))
        .findFirst()
        .map(other -> "，同名科目为 " + other.code() + "，同比时请按新旧科目对照")
        .orElse("");
  }
}
