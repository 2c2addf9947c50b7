package cn.sunledger.compare;

import cn.sunledger.model.Amount;
import cn.sunledger.model.CellRef;
import cn.sunledger.model.CellValue;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Fact;
import cn.sunledger.model.SourcedAmount;
import cn.sunledger.model.TableColumn;
import cn.sunledger.model.TableLine;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * “三公”经费. A blank cell of the table is no zero; but where the amounts that are printed make up the
 * printed total, what is blank was not spent, and counts as zero with the blank cell for its
 * origin.
 */
final class ThreePublicReader {
  private static final Section SECTION = Section.THREE_PUBLIC;

  private static final Pattern OF_WHICH = Pattern.compile("^其中[:：]?|[：:]$");

  /** Its items in their order. */
  static final List<String> ITEMS =
      List.of("total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception");

  private static final List<String> PARTS = List.of("abroad", "vehicle", "reception");
  private static final List<String> VEHICLE_PARTS =
      List.of("vehicle_purchase", "vehicle_operation");

  private final Disclosure disclosure;
  private final TableView view;
  private final Ledger ledger;

  ThreePublicReader(Disclosure disclosure, TableView view, Ledger ledger) {
    this.disclosure = disclosure;
    this.view = view;
    this.ledger = ledger;
  }

  void read() {
    enter("total", 0);
    enter("abroad", 1);
    enter("vehicle", 1);
    enter("vehicle_purchase", 2);
    enter("vehicle_operation", 2);
    enter("reception", 1);
    enterBlanks("total", PARTS);
    enterBlanks("vehicle", VEHICLE_PARTS);
  }

  private void enter(String item, int level) {
    Predicate<Fact> named = fact -> fact.measure().equals(measure(item));
    boolean ownLine = view.table().facts().stream().anyMatch(f -> isLine(f.line(), item));
    Predicate<Fact> wanted = ownLine ? named.and(fact -> isLine(fact.line(), item)) : named;
    Map<Slot, SourcedAmount> amounts = new EnumMap<>(Slot.class);
    amounts.putAll(view.first(wanted));
    amounts.putAll(view.total(wanted));
    String label =
        view.table().facts().stream()
            .filter(wanted)
            .findFirst()
            .map(fact -> isLine(fact.line(), item) ? line(fact.line()) : LedgerReader.name(fact))
            .filter(name -> !name.isEmpty())
            .orElse(name(item));
    ledger.enter(SECTION, item, "", level == 0 ? "“三公”经费" : label, level, amounts);
  }

  private static boolean isLine(TableLine line, String item) {
    return line.measure().filter(measure(item)::equals).isPresent();
  }

  private static String line(TableLine line) {
    return OF_WHICH.matcher(line.bareLabel()).replaceFirst("");
  }

  private static String measure(String item) {
    return "tp_" + item;
  }

  private void enterBlanks(String whole, List<String> parts) {
    for (Slot slot : Slot.values()) {
      Optional<SourcedAmount> total = amount(whole, slot);
      if (total.isPresent() && makeUp(total.get().amount(), parts, slot)) {
        for (String part : parts) {
          if (amount(part, slot).isEmpty()) {
            blank(amount("total", slot).orElse(total.get()), part, slot)
                .ifPresent(
                    zero ->
                        ledger.enter(
                            SECTION, part, "", name(part), level(part), Map.of(slot, zero)));
          }
        }
      }
    }
  }

  private Optional<SourcedAmount> amount(String item, Slot slot) {
    return ledger.entry(SECTION.key(item)).flatMap(entry -> entry.amount(slot));
  }

  private boolean makeUp(Amount total, List<String> parts, Slot slot) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : parts) {
      Optional<SourcedAmount> amount = amount(part, slot);
      if (amount.isPresent()) {
        sum = sum.add(amount.get().amount().value());
      }
    }
    return sum.compareTo(total.value()) == 0;
  }

  /**
   * The blank cell of a part: on the row of the total and in the part's column of the same slot, or
   * in the column of the total and on the part's line.
   */
  private Optional<SourcedAmount> blank(SourcedAmount total, String part, Slot slot) {
    CellRef at = total.cell();
    Optional<Fact> sample =
        view.table().facts().stream().filter(fact -> fact.cell().equals(at)).findFirst();
    for (TableColumn column : view.table().columns()) {
      if (sample.isPresent() && column.measure().filter(measure(part)::equals).isPresent()) {
        Fact zero = zero(sample.get(), column);
        if (Slot.of(zero, disclosure.document(), disclosure.year())
            .filter(slot::equals)
            .isPresent()) {
          return Optional.of(new SourcedAmount(zero.amount(), disclosure.file(), zero.cell()));
        }
      }
    }
    return sample.flatMap(fact -> blankOnLine(fact, part));
  }

  private Optional<SourcedAmount> blankOnLine(Fact total, String part) {
    CellRef at = total.cell();
    return view.table().lines().stream()
        .filter(line -> isLine(line, part) && line.block().equals(total.line().block()))
        .findFirst()
        .map(
            line ->
                new SourcedAmount(
                    new Amount(BigDecimal.ZERO.setScale(total.value().scale()), total.unit()),
                    disclosure.file(),
                    new CellRef(at.sheet(), line.row(), at.column())));
  }

  private static Fact zero(Fact total, TableColumn column) {
    BigDecimal zero = BigDecimal.ZERO.setScale(total.value().scale());
    boolean sameHalf = column.stage().equals(total.column().stage());
    return new Fact(
        new CellRef(total.cell().sheet(), total.cell().row(), column.column()),
        total.line(),
        column,
        new CellValue.Number(zero, zero, false, ""),
        total.unit(),
        total.fund(),
        sameHalf ? total.stage() : column.stage(),
        "");
  }

  private static String name(String part) {
    return switch (part) {
      case "abroad" -> "因公出国（境）费";
      case "vehicle" -> "公务用车购置及运行维护费";
      case "vehicle_purchase" -> "公务用车购置费";
      case "vehicle_operation" -> "公务用车运行维护费";
      default -> "公务接待费";
    };
  }

  private static int level(String part) {
    return VEHICLE_PARTS.contains(part) ? 2 : 1;
  }
}
