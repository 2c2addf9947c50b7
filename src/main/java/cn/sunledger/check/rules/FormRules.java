package cn.sunledger.check.rules;

import cn.sunledger.check.table.HeadingNames;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.check.table.TableView;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.Fact;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.Mark;
import cn.sunledger.model.TableLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 表式: rows and columns that a table of this form should not have, or should have otherwise. */
final class FormRules {
  private static final Pattern LISTS_ONCE =
      Pattern.compile(
          "final_0[2-8]_.*|bud_(?:income|expense|gpb_expense|gov_fund|state_capital).*");

  /** 预备费, 年初预留, 转移性支出, 还本、付息: headings that have no 项. */
  private static final Pattern FOOTLESS = Pattern.compile("(?:227|22902|23[0-3]).*");

  private static final int ITEM_DIGITS = 7;
  private static final int MANY = 4;

  private static final Pattern LISTS_SPENDING =
      Pattern.compile("final_0[357]_.*|bud_(?:expense|gpb_expense|gov_fund)(?!.*econ).*");

  private FormRules() {}

  static Map<String, Check> byName() {
    return Map.of(
        "numbering", FormRules::numbering,
        "unnamed_amount", FormRules::unnamed,
        "doubled_line", FormRules::doubled,
        "code_order", FormRules::order,
        "skipped_level", FormRules::skipped,
        "shallow_heading", FormRules::shallow,
        "error_value", FormRules::errorValues,
        "dash_for_zero", FormRules::dashes,
        "hidden_amounts", FormRules::hidden);
  }

  /** 行次 that are printed twice or run backwards. */
  private static void numbering(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Map<Integer, TableLine> seen = new HashMap<>();
      for (TableLine line : view.table().lines()) {
        if (!line.number().matches("[0-9]{1,4}")) {
          continue;
        }
        TableLine earlier = seen.putIfAbsent(Integer.valueOf(line.number()), line);
        if (earlier == null) {
          outcome.passed();
        } else {
          outcome.found(
              view.table(),
              List.of(line.labelCell(), earlier.labelCell()),
              Map.of(
                  "line", Names.line(line),
                  "other", Names.line(earlier),
                  "value", line.number()));
        }
      }
    }
  }

  /** An amount in a row without a label, where the other rows have one. */
  private static void unnamed(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      long labelled = view.table().lines().stream().filter(line -> !line.name().isEmpty()).count();
      if (labelled < 3) {
        continue;
      }
      for (Fact fact : view.table().facts()) {
        boolean unnamed =
            fact.line().name().isEmpty()
                && fact.line().unitName().equals(view.table().unitName())
                && fact.value().signum() != 0;
        if (unnamed) {
          outcome.found(
              view.table(),
              List.of(fact.cell()),
              Map.of(
                  "value", fact.value().toPlainString(),
                  "unit", fact.unit().label(),
                  "list", fact.cell().a1()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** The same code, or the same row, twice in the section of one unit. */
  private static void doubled(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      Map<String, TableLine> seen = new HashMap<>();
      String section = "";
      TableLine previous = null;
      for (TableLine line : view.table().lines()) {
        if (line.role() == LineRole.UNIT) {
          section = line.code() + line.label() + line.row();
        }
        TableLine other = null;
        if (HeadingNames.isHeading(line) && listsOnce(view)) {
          other = seen.putIfAbsent(section + "/" + line.unitCode() + "/" + line.name(), line);
        } else if (previous != null && repeats(view, previous, line)) {
          other = previous;
        }
        if (other == null) {
          outcome.passed();
        } else {
          outcome.found(
              view.table(),
              List.of(line.labelCell(), other.labelCell()),
              Map.of("line", Names.line(line), "other", other.labelCell().a1()));
        }
        previous = line;
      }
    }
  }

  /** Tables by project or by item repeat a heading as often as they need it. */
  private static boolean listsOnce(TableView view) {
    return view.table().id().map(id -> LISTS_ONCE.matcher(id.id()).matches()).orElse(false);
  }

  private static boolean repeats(TableView view, TableLine upper, TableLine lower) {
    List<String> amounts = view.row(upper).stream().map(Place::shown).toList();
    return lower.role() == LineRole.ITEM
        && upper.label().equals(lower.label())
        && upper.block().equals(lower.block())
        && view.row(upper).stream().anyMatch(place -> !place.zero())
        && amounts.equals(view.row(lower).stream().map(Place::shown).toList());
  }

  /** Codes that do not ascend within one unit's section. */
  private static void order(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (String block : view.blocks()) {
        TableLine previous = null;
        for (TableLine line : view.lines(block)) {
          if (line.role() == LineRole.UNIT) {
            previous = null;
          }
          if (!HeadingNames.isHeading(line)) {
            continue;
          }
          boolean sameColumn =
              previous != null && previous.labelCell().column() == line.labelCell().column();
          if (sameColumn && previous.code().compareTo(line.code()) > 0) {
            outcome.found(
                view.table(),
                List.of(line.labelCell()),
                Map.of("line", Names.line(line), "other", Names.line(previous)));
          } else {
            outcome.passed();
          }
          previous = line;
        }
      }
    }
  }

  /** How many other tables list a heading. */
  private static long listed(CheckContext context, TableView view, String code) {
    return context.tables().stream()
        .filter(other -> other != view)
        .filter(
            other ->
                other.table().lines().stream()
                    .filter(HeadingNames::isHeading)
                    .anyMatch(line -> line.code().equals(code)))
        .count();
  }

  /** A heading without items below it, in a table that goes down to the items otherwise. */
  private static void shallow(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<TableLine> headings =
          view.table().lines().stream().filter(HeadingNames::isHeading).toList();
      List<TableLine> leaves =
          headings.stream()
              .filter(line -> headings.stream().noneMatch(other -> below(line, other)))
              .toList();
      bare(context, view, outcome);
      int depth = leaves.stream().mapToInt(line -> line.code().length()).max().orElse(0);
      long deep = leaves.stream().filter(line -> line.code().length() == depth).count();
      for (TableLine leaf : leaves) {
        boolean odd = leaf.code().length() < depth && deep * 2 > leaves.size();
        List<TableLine> listed = odd ? listedBelow(context, view, leaf) : List.of();
        boolean alone = odd && depth == ITEM_DIGITS && deep >= MANY && deep == leaves.size() - 1;
        if (!listed.isEmpty()) {
          String list =
              listed.stream().map(Names::line).distinct().collect(Collectors.joining("、"));
          shallow(
              view,
              leaf,
              List.of(listed.get(0).labelCell()),
              "，本表其他科目都列到项，其他表在其下列有“" + list + "”",
              outcome);
        } else if (alone && !FOOTLESS.matcher(leaf.code()).matches() && filled(view, leaf)) {
          shallow(view, leaf, List.of(), "，本表其他科目都列到项", outcome);
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** 合计 alone, in a table that is there to list the headings. */
  private static void bare(CheckContext context, TableView view, Outcome outcome) {
    boolean listing =
        view.table().lines().stream()
            .anyMatch(line -> line.role() == LineRole.ITEM || line.role() == LineRole.UNIT);
    Optional<TableLine> total =
        view.table().lines().stream()
            .filter(line -> line.role() == LineRole.TOTAL && filled(view, line))
            .findFirst();
    boolean spends =
        view.table().id().map(id -> LISTS_SPENDING.matcher(id.id()).matches()).orElse(false);
    boolean others =
        context.tables().stream()
            .filter(other -> other != view)
            .flatMap(other -> other.table().lines().stream())
            .anyMatch(line -> HeadingNames.isHeading(line) && line.code().startsWith("2"));
    if (spends && others && !listing && total.isPresent()) {
      shallow(view, total.get(), List.of(), "", outcome);
    }
  }

  private static void shallow(
      TableView view, TableLine leaf, List<CellRef> elsewhere, String text, Outcome outcome) {
    List<CellRef> cells = new ArrayList<>(List.of(leaf.labelCell()));
    cells.addAll(elsewhere);
    outcome.found(view.table(), cells, Map.of("line", Names.line(leaf), "text", text));
  }

  private static boolean filled(TableView view, TableLine line) {
    return view.row(line).stream().anyMatch(place -> !place.zero());
  }

  private static boolean below(TableLine line, TableLine other) {
    return other.code().startsWith(line.code())
        && other.code().length() > line.code().length()
        && other.unitName().equals(line.unitName());
  }

  /** What other tables list under a heading, with amounts in both. */
  private static List<TableLine> listedBelow(
      CheckContext context, TableView view, TableLine heading) {
    if (view.row(heading).stream().allMatch(Place::zero)) {
      return List.of();
    }
    List<TableLine> listed = new ArrayList<>();
    for (TableView other : context.tables()) {
      for (TableLine line : other.table().lines()) {
        boolean filled = other.row(line).stream().anyMatch(place -> !place.zero());
        if (other != view && HeadingNames.isHeading(line) && below(heading, line) && filled) {
          listed.add(line);
        }
      }
    }
    return listed;
  }

  /** A heading whose parent is missing, in a table that lists the parents of its other headings. */
  private static void skipped(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<TableLine> headings =
          view.table().lines().stream().filter(HeadingNames::isHeading).toList();
      TreeSet<String> codes = new TreeSet<>();
      headings.forEach(line -> codes.add(line.code()));
      Map<String, TableLine> orphans = new HashMap<>();
      int settled = 0;
      for (TableLine line : headings) {
        String code = line.code();
        if (code.length() > 3) {
          String parent = code.substring(0, code.length() - 2);
          if (codes.contains(parent)) {
            settled++;
          } else {
            orphans.putIfAbsent(parent, line);
          }
        }
      }
      boolean usual = settled > orphans.size();
      boolean levelled = settled > 0;
      // 类 and 项 of a single chain, whose 款 every other table prints
      boolean chain =
          orphans.size() == 1 && codes.contains(orphans.keySet().iterator().next().substring(0, 3));
      if (usual || levelled || chain) {
        orphans
            .keySet()
            .removeIf(parent -> !usual && listed(context, view, parent) < (levelled ? 1 : 2));
        orphans.forEach(
            (parent, line) ->
                outcome.found(
                    view.table(),
                    List.of(line.labelCell()),
                    Map.of("line", Names.line(line), "code", parent)));
      }
      for (int i = 0; i < settled; i++) {
        outcome.passed();
      }
    }
  }

  /** #REF! and its like. */
  private static void errorValues(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      for (Mark mark : view.table().marks()) {
        if (mark.text().matches("#(?:REF|VALUE|DIV/0|NAME|N/A|NUM|NULL).*")) {
          outcome.found(
              view.table(),
              List.of(mark.cell()),
              Map.of(
                  "line", Names.line(mark.line()),
                  "column", Names.column(mark.column()),
                  "value", mark.text()));
        } else {
          outcome.passed();
        }
      }
    }
  }

  /** Rows or columns that the sheet hides and that hold amounts, as the reading of it remarked. */
  private static void hidden(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<String> remarks =
          view.table().remarks().stream().filter(remark -> remark.startsWith("隐藏的")).toList();
      if (remarks.isEmpty()) {
        outcome.passed();
      }
      for (String remark : remarks) {
        outcome.found(
            view.table(),
            List.of(view.table().titleCell()),
            Map.of("text", remark.replaceFirst("，已照常读取。$", "")));
      }
    }
  }

  /** Dashes where amounts could stand: one line per table. */
  private static void dashes(CheckContext context, Outcome outcome) {
    for (TableView view : context.tables()) {
      List<Mark> dashes =
          view.table().marks().stream()
              .filter(mark -> mark.text().strip().matches("[-—–－一/无]+"))
              .toList();
      if (dashes.isEmpty()) {
        outcome.passed();
        continue;
      }
      List<CellRef> cells = new ArrayList<>(dashes.stream().map(Mark::cell).toList());
      String texts = dashes.stream().map(Mark::text).distinct().collect(Collectors.joining("”“"));
      outcome.found(
          view.table(), cells, Map.of("text", texts, "count", String.valueOf(dashes.size())));
    }
  }
}
