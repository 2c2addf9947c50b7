package cn.sunledger.narrative;

import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.narrative.Models.ItemModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 项目, 明细, 末级, 非零, 列举: which items the text speaks of. */
final class ListFunctions {
  private final ItemBook book;
  private final String numbering;
  private final Disclosure disclosure;

  /**
   * Functions over the items of a comparison.
   *
   * @param disclosure the workbook, for whether a table is there
   * @param book the items
   * @param numbering how items are numbered, with {@code {序}}
   */
  ListFunctions(Disclosure disclosure, ItemBook book, String numbering) {
    this.disclosure = disclosure;
    this.book = book;
    this.numbering = numbering;
  }

  void addTo(FunctionTable table) {
    table.add(
        "项目", arguments -> new ItemModel(book.item(arguments.text(0), arguments.textOr(1, ""))));
    table.add("有", arguments -> Models.bool(book.has(arguments.text(0))));
    table.add("空表", arguments -> Models.bool(isEmpty(arguments.text(0))));
    table.add("明细", this::ofLevel);
    table.add("末级", this::leaves);
    table.add("非零", arguments -> sequence(nonzero(arguments.items(0))));
    table.add(
        "序",
        arguments ->
            Models.text(numbering.replace("{序}", String.valueOf(arguments.item(0).place()))));
    table.add("有名", arguments -> Models.bool(named(arguments)));
    table.add(
        "列举",
        arguments ->
            Models.text(
                arguments.items(0).stream().map(Item::name).collect(Collectors.joining("、"))));
  }

  /** 空表(表): whether the workbook has the table, and nothing but blanks and zeros in it. */
  private boolean isEmpty(String table) {
    return disclosure
        .table(table)
        .filter(found -> found.facts().stream().allMatch(fact -> fact.value().signum() == 0))
        .isPresent();
  }

  /** 明细(组, 级, 编码开头…): the group's items of a level, in the order of their codes. */
  private TemplateModel ofLevel(Arguments arguments) throws TemplateModelException {
    int level = arguments.integer(1);
    List<ComparisonRow> rows =
        book.rows(arguments.text(0)).stream().filter(row -> row.level() == level).toList();
    return sequence(items(selected(rows, arguments.textsFrom(2))));
  }

  /** 末级(组, 编码开头…): the group's items below which the table has none. */
  private TemplateModel leaves(Arguments arguments) throws TemplateModelException {
    List<ComparisonRow> rows = book.plannedRows(arguments.text(0));
    List<ComparisonRow> leaves =
        rows.stream()
            .filter(row -> !row.code().isEmpty() && hasContent(row))
            .filter(
                row -> rows.stream().noneMatch(other -> isBelow(other, row) && hasContent(other)))
            .toList();
    return sequence(items(selected(leaves, arguments.textsFrom(1))));
  }

  /** Whether anything was planned or spent. */
  private static boolean hasContent(ComparisonRow row) {
    return Stream.of(row.actual(), row.originalBudget(), row.revisedBudget())
        .flatMap(Optional::stream)
        .anyMatch(amount -> !amount.amount().isZero());
  }

  private static boolean isBelow(ComparisonRow row, ComparisonRow above) {
    return row.code().length() > above.code().length() && row.code().startsWith(above.code());
  }

  /** Rows whose code opens with one of the prefixes, and with none that is marked by “!”. */
  private static List<ComparisonRow> selected(List<ComparisonRow> rows, List<String> prefixes) {
    List<String> wanted = prefixes.stream().filter(prefix -> !prefix.startsWith("!")).toList();
    return rows.stream()
        .filter(row -> wanted.isEmpty() || wanted.stream().anyMatch(row.code()::startsWith))
        .filter(
            row ->
                prefixes.stream()
                    .filter(prefix -> prefix.startsWith("!"))
                    .noneMatch(prefix -> row.code().startsWith(prefix.substring(1))))
        .toList();
  }

  private List<Item> items(List<ComparisonRow> rows) {
    return rows.stream().map(row -> book.item(row.key(), "")).toList();
  }

  private static List<Item> nonzero(List<Item> items) {
    return items.stream().filter(item -> item.current().known() && !item.current().zero()).toList();
  }

  /** 有名(列, 名): whether an item of the list bears the name. */
  private static boolean named(Arguments arguments) throws TemplateModelException {
    String name = arguments.text(1);
    return arguments.items(0).stream().anyMatch(item -> item.name().equals(name));
  }

  private static TemplateSequenceModel sequence(List<Item> items) {
    List<ItemModel> models = new ArrayList<>();
    for (Item item : items) {
      models.add(new ItemModel(item.at(models.size() + 1)));
    }
    return new Items(models);
  }

  /** A list as templates see it. */
  private record Items(List<ItemModel> models) implements TemplateSequenceModel {
    @Override
    public TemplateModel get(int index) {
      return index < models.size() ? models.get(index) : null;
    }

    @Override
    public int size() {
      return models.size();
    }
  }
}
