package cn.sunledger.check;

import cn.sunledger.check.table.DisclosureView;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Labels;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The workbook under check and those given with it: last year's of the same unit and kind, and the
 * budget of the same unit and year.
 *
 * @param bySource the workbooks that formulas name
 * @param others all others
 */
record Companions(Map<Source, DisclosureView> bySource, List<DisclosureView> others) {
  static Companions of(Disclosure disclosure, List<Disclosure> others, RuleBook book) {
    Map<Source, DisclosureView> bySource = new EnumMap<>(Source.class);
    bySource.put(Source.THIS, new DisclosureView(disclosure, book));
    Optional<Integer> year = disclosure.year();
    first(
            others,
            other ->
                sameUnit(disclosure, other)
                    && other.document() == disclosure.document()
                    && year.isPresent()
                    && other.year().equals(year.map(own -> own - 1)))
        .ifPresent(other -> bySource.put(Source.PREVIOUS, new DisclosureView(other, book)));
    first(
            others,
            other ->
                sameUnit(disclosure, other)
                    && disclosure.document() != DocumentKind.DEPARTMENT_BUDGET
                    && other.document() == DocumentKind.DEPARTMENT_BUDGET
                    && other.year().equals(year))
        .ifPresent(other -> bySource.put(Source.BUDGET, new DisclosureView(other, book)));
    List<DisclosureView> rest = new ArrayList<>();
    for (Disclosure other : others) {
      if (other != disclosure) {
        rest.add(new DisclosureView(other, book));
      }
    }
    return new Companions(bySource, rest);
  }

  /** The same companions around a workbook that is supposed instead. */
  Companions with(Disclosure variant, RuleBook book) {
    Map<Source, DisclosureView> own = new EnumMap<>(bySource);
    own.put(Source.THIS, new DisclosureView(variant, book));
    return new Companions(own, others);
  }

  DisclosureView current() {
    return bySource.get(Source.THIS);
  }

  private static Optional<Disclosure> first(List<Disclosure> others, Predicate<Disclosure> test) {
    return others.stream().filter(test).findFirst();
  }

  private static boolean sameUnit(Disclosure one, Disclosure other) {
    if (one.unitName().isEmpty() || other.unitName().isEmpty()) {
      return one != other;
    }
    return one != other && Labels.normal(one.unitName()).equals(Labels.normal(other.unitName()));
  }
}
