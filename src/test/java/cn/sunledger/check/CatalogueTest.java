package cn.sunledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.check.rules.Checks;
import cn.sunledger.model.Labels;
import cn.sunledger.model.TableLayout;
import cn.sunledger.model.rule.Formula;
import cn.sunledger.model.rule.FormulaTerm;
import cn.sunledger.model.rule.Quantity;
import cn.sunledger.model.rule.ReconciliationRule;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.model.rule.RuleScope;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rule book as a whole: what its entries name exists, and nothing lies idle. */
class CatalogueTest {
  private static final List<String> PROFILES = List.of("national");
  private static final TemplateFolder TEMPLATES = new TemplateFolder(Optional.empty());
  private static final RuleBook BOOK = new RuleLoader(TEMPLATES, Checks.names()).load(PROFILES);

  @Test
  void idsAreUniqueAndSorted() {
    List<String> ids = BOOK.rules().stream().map(ReconciliationRule::id).toList();
    assertEquals(List.copyOf(new TreeSet<>(ids)), ids);
    assertTrue(ids.size() > 100, () -> "only " + ids.size());
  }

  @Test
  void everyTableThatARuleNamesIsKnown() {
    Set<String> known = new HashSet<>(Set.of("", RuleScope.ANY_TABLE));
    for (TableLayout layout : new LayoutLoader(TEMPLATES).layouts(PROFILES)) {
      known.add(layout.id().id());
      known.add(layout.id().title());
    }
    List<String> unknown = new ArrayList<>();
    for (ReconciliationRule rule : BOOK.rules()) {
      Stream.concat(rule.scope().tables().stream(), references(rule).map(Quantity.Reference::table))
          .filter(table -> !known.contains(table))
          .forEach(table -> unknown.add(rule.id() + " " + table));
    }
    assertEquals(List.of(), unknown);
  }

  @Test
  void everyJavaRuleIsUsed() {
    Set<String> used = new TreeSet<>();
    BOOK.rules().stream().map(ReconciliationRule::check).forEach(used::add);
    used.remove("");
    assertEquals(new TreeSet<>(Checks.names()), used);
  }

  @Test
  void everyTermIsUsed() {
    Set<String> idle = new TreeSet<>(BOOK.terms().keySet());
    BOOK.rules().stream()
        .flatMap(CatalogueTest::references)
        .forEach(
            reference -> {
              idle.remove(reference.line());
              idle.remove(reference.column());
            });
    assertEquals(Set.of(), idle);
  }

  @Test
  void everyHeadingHasItsParentAndAPlainName() {
    Set<String> codes = new HashSet<>();
    BOOK.headings().forEach(heading -> codes.add(heading.scheme() + heading.code()));
    List<String> faults = new ArrayList<>();
    BOOK.headings()
        .forEach(
            heading -> {
              String code = heading.code();
              String parent = code.substring(0, Math.max(3, code.length() - 2));
              if (!codes.contains(heading.scheme() + parent)
                  || !Labels.compact(heading.name()).equals(heading.name())) {
                faults.add(heading.toString());
              }
            });
    assertEquals(List.of(), faults);
  }

  private static Stream<Quantity.Reference> references(ReconciliationRule rule) {
    return Stream.concat(rule.formulas().stream(), rule.scope().when().stream())
        .flatMap(CatalogueTest::terms)
        .map(FormulaTerm::quantity)
        .filter(Quantity.Reference.class::isInstance)
        .map(Quantity.Reference.class::cast);
  }

  private static Stream<FormulaTerm> terms(Formula formula) {
    return Stream.concat(formula.left().stream(), formula.right().stream());
  }
}
