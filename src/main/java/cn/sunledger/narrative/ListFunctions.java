package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.narrative.Models.ItemModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
    table.add("下列", this::below);
    table.add("非零", arguments -> sequence(nonzero(arguments.items(0))));
    table.add(
        "序",
        arguments ->
            Models.text(numbering.replace("{序}", String.valueOf(arguments.item(0).place()))));
    table.add("按金额", arguments -> sequence(largestFirst(arguments.items(0))));
    table.add("有名", arguments -> Models.bool(named(arguments)));
    table.add("其中", this::leadIn);
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

  /**
   * 其中(列, 总, 另…): how a list of parts is led in: 其中： where they make up the whole, 其中主要有： where
   * they are most of it, nothing where the workbook tells so little of it that the list would
   * mislead.
   */
  private TemplateModel leadIn(Arguments arguments) throws TemplateModelException {
    List<Item> parts = new ArrayList<>(arguments.items(0));
    parts.addAll(arguments.itemsFrom(2));
    Optional<Amount> whole = arguments.item(1).current().shown();
    if (parts.isEmpty() || whole.isEmpty()) {
      return Models.text(parts.isEmpty() ? "" : "其中：");
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Item part : parts) {
      sum = sum.add(part.current().shown().map(Amount::value).orElse(BigDecimal.ZERO));
    }
    BigDecimal total = whole.get().value();
    BigDecimal rounding =
        BigDecimal.ONE
            .scaleByPowerOfTen(-total.scale())
            .multiply(BigDecimal.valueOf((parts.size() + 2) / 2));
    boolean complete = total.subtract(sum).abs().compareTo(rounding) <= 0;
    boolean most = sum.add(sum).compareTo(total) >= 0 && sum.compareTo(total) <= 0;
    return Models.text(complete ? "其中：" : most ? "其中主要有：" : "");
  }

  /** 明细(组, 级): the group's items of a level, in the order of their codes. */
  private TemplateModel ofLevel(Arguments arguments) throws TemplateModelException {
    int level = arguments.integer(1);
    List<ComparisonRow> rows =
        book.rows(arguments.text(0)).stream().filter(row -> row.level() == level).toList();
    return sequence(items(rows));
  }

  /**
   * 末级(组): the group's items below which the table has none. 基本支出 parts into basic/personnel and
   * basic/public.
   */
  private TemplateModel leaves(Arguments arguments) throws TemplateModelException {
    String group = arguments.text(0);
    boolean basic = group.startsWith("basic/");
    List<ComparisonRow> rows = book.plannedRows(basic ? "basic" : group);
    return sequence(
        items(
            rows.stream()
                .filter(row -> isItem(row) && hasContent(row))
                .filter(row -> !basic || group.equals(natureOf(row)))
                .filter(row -> !basic || !isSumOfNamed(row, rows))
                .filter(
                    row ->
                        rows.stream().noneMatch(other -> isBelow(other, row) && hasContent(other)))
                .toList()));
  }

  /** 下列(组, 编码): the nonzero items below a class, or the class itself where it has none. */
  private TemplateModel below(Arguments arguments) throws TemplateModelException {
    String group = arguments.text(0);
    String code = arguments.text(1);
    List<ComparisonRow> rows =
        book.rows(group).stream()
            .filter(row -> row.code().startsWith(code) && hasContent(row))
            .toList();
    return sequence(
        nonzero(
            items(
                rows.stream()
                    .filter(row -> rows.stream().noneMatch(other -> isBelow(other, row)))
                    .toList())));
  }

  /** Whether a row is a subject or a named item, and no sum of them. */
  private static boolean isItem(ComparisonRow row) {
    return row.level() >= 1
        && !row.key().equals("basic/personnel")
        && !row.key().equals("basic/public");
  }

  /** Whether a class stands beside items that are named without code, which are its parts. */
  private static boolean isSumOfNamed(ComparisonRow row, List<ComparisonRow> rows) {
    return row.level() == 1
        && rows.stream().anyMatch(other -> other.key().startsWith(natureOf(row) + "/"));
  }

  private static String natureOf(ComparisonRow row) {
    boolean personnel =
        row.key().startsWith("basic/personnel/")
            || row.code().startsWith("301")
            || row.code().startsWith("303");
    return personnel ? "basic/personnel" : "basic/public";
  }

  /** Whether anything was planned or spent. */
  private static boolean hasContent(ComparisonRow row) {
    return Stream.of(row.actual(), row.originalBudget(), row.revisedBudget())
        .flatMap(Optional::stream)
        .anyMatch(amount -> !amount.amount().isZero());
  }

  private static boolean isBelow(ComparisonRow row, ComparisonRow above) {
    return !above.code().isEmpty()
        && row.code().length() > above.code().length()
        && row.code().startsWith(above.code());
  }

  private List<Item> items(List<ComparisonRow> rows) {
    return rows.stream().map(row -> book.item(row.key(), "")).toList();
  }

  private static List<Item> nonzero(List<Item> items) {
    return items.stream().filter(item -> item.current().known() && !item.current().zero()).toList();
  }

  private static List<Item> largestFirst(List<Item> items) {
    return items.stream()
        .sorted(
            Comparator.comparing(
                (Item item) ->
                    item.current().shown().map(Amount::value).orElse(BigDecimal.ZERO).negate()))
        .toList();
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
