package cn.sunledger.narrative;

import cn.sunledger.model.Amount;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.Fact;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 机构运行信息表 (财决附03) and tables like it: what a department reports of its trips, receptions, vehicles,
 * purchases and assets, so that nobody has to be asked for it.
 */
final class Operations {
  private static final String TABLE = "final_statistics";
  private static final String THREE_PUBLIC = "final_09_three_public";
  private static final Pattern GOODS = Pattern.compile("[ABC]?-?(货物|工程|服务)类?[ABC]?");
  private static final Map<String, String> PURCHASES =
      Map.of(
          "货物", "amount/procurement_goods",
          "工程", "amount/procurement_works",
          "服务", "amount/procurement_services");

  /** What a figure is by its concept, where a column and no line says it. */
  private static final Map<String, String> CONCEPTS =
      Map.of("meeting_cost", "amount/meeting_cost", "training_cost", "amount/training_cost");

  private static final String VEHICLES = "count/asset_vehicle";
  private static final String VEHICLE_USE = VEHICLES + "_";
  private static final Pattern BUDGET_COLUMN = Pattern.compile(".*预算.*|行次|栏次");

  /** What a line reports, by its label in normal form; the first that fits counts. */
  private static final Map<String, Pattern> LINES = new LinkedHashMap<>();

  static {
    line("count/tp_abroad_groups", "因公出国.*团组数?.*");
    line("count/tp_abroad_persons", "因公出国.*人(?:次|数).*");
    line("count/tp_vehicle_purchased", "公务用车购置(?:数|辆).*");
    line("count/tp_vehicle_owned", "公务用车保有.*");
    line("count/tp_reception_foreign_batches", "(?:其中:?)?外事接待批次.*");
    line("count/tp_reception_foreign_persons", "(?:其中:?)?外事接待人(?:次|数).*");
    line("count/tp_reception_batches", "(?:国内)?公务接待批次.*");
    line("count/tp_reception_persons", "(?:国内)?公务接待人(?:次|数).*");
    line("count/asset_vehicle", "车辆(?:数量?)?合计.*");
    line("count/asset_vehicle_ministerial", "副?部.省.级.*用车.*");
    line("count/asset_vehicle_leader", "主要(?:负责人|领导干部|领导)用车.*");
    line("count/asset_vehicle_confidential", "机要通信用车.*");
    line("count/asset_vehicle_emergency", "应急保障用车.*");
    line("count/asset_vehicle_enforcement", "执法执勤用车.*");
    line("count/asset_vehicle_special", "特种专业技术用车.*");
    line("count/asset_vehicle_retired", "离退休干部(?:服务)?用车.*");
    line("count/asset_vehicle_other", "其他用车.*");
    line("count/asset_general_equipment", "单价50万元.*设备.*");
    line("count/asset_special_equipment", "单价100万元.*设备.*");
    line("amount/org_running_cost", "机关运行经费(?:支出)?(?:合计)?");
    line("amount/procurement_goods", "政府采购货物(?:类)?支出.*");
    line("amount/procurement_works", "政府采购工程(?:类)?支出.*");
    line("amount/procurement_services", "政府采购服务(?:类)?支出.*");
    line("amount/procurement_sme", "(?:其中:?)?(?:政府采购)?授予中小企业合同金额");
    line("amount/procurement_micro", "(?:其中:?)?(?:政府采购)?授予小微企业合同金额");
    line("amount/meeting_cost", "会议费(?:支出)?(?:合计)?");
    line("amount/training_cost", "培训费(?:支出)?(?:合计)?");
  }

  private final Map<String, SourcedAmount> reported = new LinkedHashMap<>();

  private Operations() {}

  private static void line(String key, String label) {
    LINES.put(key, Pattern.compile(label));
  }

  /**
   * What is reported.
   *
   * @param disclosure the workbook
   * @param related other workbooks of the same unit and year
   */
  static Operations of(Disclosure disclosure, List<Disclosure> related) {
    Operations operations = new Operations();
    List<Disclosure> books = new ArrayList<>();
    books.add(disclosure);
    books.addAll(related);
    for (Disclosure book : books) {
      book.tables().stream()
          .filter(table -> table.is(TABLE) || table.is(THREE_PUBLIC))
          .forEach(table -> operations.read(book, table));
      book.tables().stream()
          .filter(table -> table.is("final_procurement") || table.is("bud_procurement"))
          .forEach(table -> operations.readPurchases(book, table));
    }
    operations.completeVehicles();
    return operations;
  }

  /** Where the vehicles that are told by their use are all there are, there are no others. */
  private void completeVehicles() {
    List<String> uses = LINES.keySet().stream().filter(key -> key.startsWith(VEHICLE_USE)).toList();
    int told = uses.stream().flatMap(use -> count(use).stream()).mapToInt(Integer::intValue).sum();
    SourcedAmount all = reported.get(VEHICLES);
    if (all != null && count(VEHICLES).filter(total -> total == told).isPresent()) {
      Amount none = new Amount(BigDecimal.ZERO, all.amount().unit());
      uses.forEach(
          use -> reported.putIfAbsent(use, new SourcedAmount(none, all.file(), all.cell())));
    }
  }

  private void read(Disclosure book, DisclosureTable table) {
    for (Fact fact : table.facts()) {
      boolean budget =
          fact.column().path().stream()
              .anyMatch(label -> BUDGET_COLUMN.matcher(Labels.normal(label)).matches());
      boolean ofYear = fact.stage().filter(stage -> stage != Stage.FINAL).isEmpty();
      if (!budget && ofYear) {
        Optional.ofNullable(CONCEPTS.get(fact.measure()))
            .or(() -> key(fact.line().bareLabel()))
            .ifPresent(
                key ->
                    reported.putIfAbsent(
                        key, new SourcedAmount(fact.amount(), book.file(), fact.cell())));
      }
    }
  }

  /** 货物, 工程 and 服务 of a table of purchases, where they are all of its total. */
  private void readPurchases(Disclosure book, DisclosureTable table) {
    Optional<Amount> total = Optional.empty();
    Map<String, SourcedAmount> kinds = new LinkedHashMap<>();
    List<Fact> amounts =
        table.facts().stream().filter(fact -> fact.unit() == table.unit()).toList();
    for (Fact fact : amounts) {
      Matcher kind = GOODS.matcher(Labels.normal(fact.line().bareLabel()));
      SourcedAmount amount = new SourcedAmount(fact.amount(), book.file(), fact.cell());
      if (total.isEmpty() && fact.line().role() == LineRole.TOTAL) {
        total = Optional.of(fact.amount());
      } else if (kind.matches()) {
        kinds.putIfAbsent(PURCHASES.get(kind.group(1)), amount);
      }
    }
    Optional<Amount> sum = kinds.values().stream().map(SourcedAmount::amount).reduce(Amount::plus);
    if (sum.isPresent() && total.filter(all -> all.minus(sum.get()).isZero()).isPresent()) {
      SourcedAmount any = kinds.values().iterator().next();
      Amount none = sum.get().minus(sum.get());
      PURCHASES
          .values()
          .forEach(
              key ->
                  reported.putIfAbsent(
                      key,
                      kinds.getOrDefault(key, new SourcedAmount(none, any.file(), any.cell()))));
    }
  }

  private static Optional<String> key(String label) {
    String normal = Labels.normal(label);
    return LINES.entrySet().stream()
        .filter(line -> line.getValue().matcher(normal).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A count that is reported; nothing where what stands there is no whole number. */
  Optional<Integer> count(String key) {
    return Optional.ofNullable(reported.get(key))
        .map(amount -> amount.amount().value())
        .filter(value -> value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0)
        .filter(value -> value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  /** An amount that is reported. */
  Optional<SourcedAmount> amount(String key) {
    return Optional.ofNullable(reported.get(key));
  }
}
