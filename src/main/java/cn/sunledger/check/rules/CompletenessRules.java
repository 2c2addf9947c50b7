package cn.sunledger.check.rules;

import cn.sunledger.check.table.TableView;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Indicator.TextCell;
import cn.sunledger.model.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** 完整性: tables that are missing or empty, and what is said under them. */
final class CompletenessRules {
  private static final Pattern EMPTY = Pattern.compile(".*(?:无数据|空表|为空|没有|无|未安排|未发生|不涉及|为零|为0).*");
  private static final Pattern NO_DATA = Pattern.compile(".*(?:本表无数据|本表为空|故本表无|此表无数据|为空表).*");
  private static final Pattern INSTRUCTION =
      Pattern.compile(".*(?:仍保留该表|作下述说明|请保留|如无.{0,12}请|填表说明[:：]|需列明|（XX|XX单位|××).*");
  private static final int SIBLINGS = 3;

  private CompletenessRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "required_tables", CompletenessRules::required,
        "empty_explained", CompletenessRules::explained,
        "explanation_fits", CompletenessRules::fits,
        "explained_not_empty", CompletenessRules::notEmpty,
        "instruction_left", CompletenessRules::instruction,
        "sibling_note", CompletenessRules::sibling);
  }

  /** All of a set, where most of it is there. */
  private static void required(CheckContext context, Outcome outcome) {
    String list = context.option(context.disclosure().document().id(), "");
    List<String> required = list.isEmpty() ? List.of() : List.of(list.split("\\s+"));
    List<String> missing =
        required.stream().filter(id -> context.workbook().tables(id).isEmpty()).toList();
    boolean unknown =
        context.disclosure().tables().stream().anyMatch(table -> table.id().isEmpty());
    if (required.isEmpty() || missing.isEmpty()) {
      outcome.passed();
    } else if (missing.size() * 4 > required.size()) {
      outcome.notApplicable("本文件只含规定表格中的 " + (required.size() - missing.size()) + " 张，未判断是否齐全");
    } else if (unknown) {
      outcome.notApplicable("有未识别的表，不能断定缺少：" + String.join("、", missing));
    } else {
      outcome.found("", List.of(), Map.of("list", String.join("、", missing)));
    }
  }

  private static List<TextCell> statements(TableView view) {
    return view.table().notes().stream()
        .filter(note -> !note.text().matches("注[:：]?(?:1[.．、])?本表反映.*"))
        .filter(note -> EMPTY.matcher(note.text()).matches())
        .toList();
  }

  private static void explained(CheckContext context, Outcome outcome) {
    List<String> zeros = List.of(context.option("zero_tables", "").split("\\s+"));
    for (TableView view : context.tables()) {
      DisclosureTable table = view.table();
      if (table.id().isEmpty() || !view.empty()) {
        continue;
      }
      boolean blank = table.facts().isEmpty() && !table.columns().isEmpty();
      boolean counts = blank || zeros.contains(table.id().get().id());
      if (counts && statements(view).isEmpty()) {
        outcome.found(table, List.of(table.titleCell()), Map.of());
      } else {
        outcome.passed();
      }
    }
  }

  private static void fits(CheckContext context, Outcome outcome) {
    Map<String, String> funds = new LinkedHashMap<>();
    funds.put("政府性基金", "gov_fund");
    funds.put("国有资本经营", "state_capital");
    for (TableView view : context.tables()) {
      String own = funds.values().stream().filter(id -> isOf(view, id)).findFirst().orElse("");
      if (own.isEmpty() || !view.empty()) {
        continue;
      }
      for (TextCell note : statements(view)) {
        List<String> named = funds.keySet().stream().filter(note.text()::contains).toList();
        boolean wrong = !named.isEmpty() && named.stream().noneMatch(n -> funds.get(n).equals(own));
        if (wrong) {
          outcome.found(
              view.table(),
              List.of(note.cell()),
              Map.of("text", note.text(), "name", named.get(0)));
        } else {
          outcome.passed();
        }
      }
    }
  }

  private static boolean isOf(TableView view, String fund) {
    return view.table().id().map(id -> id.id().contains(fund)).orElse(false);
  }

  private static void notEmpty(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Optional<TextCell> note =
          view.table().notes().stream()
              .filter(own -> NO_DATA.matcher(own.text()).matches())
              .findFirst();
      if (note.isPresent() && !view.empty()) {
        outcome.found(view.table(), List.of(note.get().cell()), Map.of("text", note.get().text()));
      } else if (note.isPresent()) {
        outcome.passed();
      }
    }
  }

  private static void instruction(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (TextCell note : view.table().notes()) {
        if (INSTRUCTION.matcher(note.text()).matches()) {
          outcome.found(view.table(), List.of(note.cell()), Map.of("text", note.text()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** A note that most tables of a family carry and one does not. */
  private static void sibling(CheckContext context, Outcome outcome) {
    Map<String, List<TableView>> families = new LinkedHashMap<>();
    for (TableView view : context.tables()) {
      String stem = Labels.normal(view.table().title()).replaceAll("[(-].*", "");
      families.computeIfAbsent(stem, key -> new ArrayList<>()).add(view);
    }
    for (List<TableView> family : families.values()) {
      Map<String, List<TableView>> notes = new LinkedHashMap<>();
      for (TableView view : family) {
        for (TextCell note : view.table().notes()) {
          notes.computeIfAbsent(Labels.normal(note.text()), key -> new ArrayList<>()).add(view);
        }
      }
      notes.forEach(
          (note, having) -> {
            boolean usual = having.size() >= SIBLINGS && having.size() == family.size() - 1;
            family.stream()
                .filter(view -> usual && !having.contains(view))
                .forEach(
                    view ->
                        outcome.found(
                            view.table(), List.of(view.table().titleCell()), Map.of("text", note)));
          });
    }
  }
}
