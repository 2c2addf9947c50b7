package cn.sunledger.check.report;

import cn.sunledger.check.equation.Axis;
import cn.sunledger.check.equation.Balance;
import cn.sunledger.check.equation.Equation;
import cn.sunledger.check.equation.Part;
import cn.sunledger.check.table.Names;
import cn.sunledger.check.table.Place;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.rule.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An equation in words: what is stated, what it is made of, and by how much it is off. */
public final class Phrase {
  private static final int LISTED = 4;

  private final Equation equation;
  private final Balance balance;

  /**
   * Of an equation.
   *
   * @param equation the equation
   * @param balance its numbers
   */
  public Phrase(Equation equation, Balance balance) {
    this.equation = equation;
    this.balance = balance;
  }

  /** 支出决算表 2010308 信访事务：合计 281.43，基本支出 0.00 与项目支出 218.43 之和为 218.43，相差 63.00万元. */
  public String sentence() {
    return where() + comparison();
  }

  /** Table, and what all operands have in common. */
  String where() {
    String table = equation.table().name();
    if (equation.axis() == Axis.ROW && !equation.places().isEmpty()) {
      String line = Names.line(equation.places().get(0).line());
      boolean unnamed = equation.places().get(0).line().label().isEmpty();
      return unnamed ? table + "：" : table + " " + line + "：";
    }
    if (equation.axis() == Axis.COLUMN && !equation.places().isEmpty()) {
      Place place = equation.places().get(0);
      return Names.only(place)
          ? table + "："
          : table + Names.quoted(Names.column(place.column())) + "栏：";
    }
    return table + "：";
  }

  /** The two sides and the difference. */
  public String comparison() {
    return side(equation.left(), balance.left(), true)
        + "，"
        + side(equation.right(), balance.right(), false)
        + "，"
        + difference();
  }

  /** 相差 63.00万元, 多出 1.00万元. */
  String difference() {
    String amount = balance.difference().abs().toPlainString() + balance.unit().label();
    return switch (equation.relation()) {
      case EQUAL -> "相差 " + amount;
      case AT_MOST -> "前者不应大于后者，多出 " + amount;
      case AT_LEAST -> "前者不应小于后者，少 " + amount;
    };
  }

  private String side(List<Part> parts, BigDecimal sum, boolean left) {
    List<Part> shown = parts.stream().filter(part -> !part.place().zero()).toList();
    if (parts.size() == 1) {
      return term(parts.get(0));
    }
    if (parts.isEmpty()) {
      BigDecimal constant = equation.constant();
      return !left && constant.signum() != 0 ? "应为 " + constant.toPlainString() : nowhere();
    }
    if (shown.isEmpty()) {
      return (left ? "各项" : "其各项") + "均为 0";
    }
    boolean plain = parts.stream().allMatch(part -> part.sign() > 0);
    String total = sum.toPlainString();
    if (shown.size() == 1 && plain) {
      return term(shown.get(0)) + "（其余为 0）";
    }
    if (!plain) {
      return signed(shown) + " 得 " + total;
    }
    if (shown.size() > LISTED) {
      return head(shown) + shown.size() + " 项之和为 " + total;
    }
    return listed(shown) + " 之和为 " + total;
  }

  private String nowhere() {
    return equation.lacking().isEmpty()
        ? "另一方没有这一项"
        : equation.lacking().stream()
                .map(table -> "《" + table.name() + "》")
                .collect(Collectors.joining())
            + "没有这一项";
  }

  private String head(List<Part> shown) {
    return equation.axis() == Axis.ACROSS
        ? shown.get(0).place().table().name() + "等 "
        : "所属“" + name(shown.get(0).place()) + "”等 ";
  }

  private String listed(List<Part> parts) {
    List<String> terms = new ArrayList<>(parts.stream().map(this::term).toList());
    if (terms.size() == 1) {
      return terms.get(0);
    }
    String last = terms.remove(terms.size() - 1);
    return String.join("、", terms) + " 与" + last;
  }

  private String signed(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part.sign() < 0) {
        text.append(" 减 ");
      } else if (text.length() > 0) {
        text.append(" 加 ");
      }
      text.append(term(part));
    }
    return text.toString();
  }

  private String term(Part part) {
    return name(part.place()) + " " + shown(part.place());
  }

  /** The amount, with its unit where the operands count in several. */
  private String shown(Place place) {
    boolean mixed =
        equation.parts().stream()
            .anyMatch(part -> part.place().unit() != equation.parts().get(0).place().unit());
    return mixed && !place.blank() ? place.shown() + place.unit().label() : place.shown();
  }

  private String name(Place place) {
    return switch (equation.axis()) {
      case ROW -> Names.column(place.column());
      case COLUMN -> Names.line(place.line());
      case ACROSS -> other(place.table()) + Names.place(place);
    };
  }

  private String other(DisclosureTable table) {
    return table == equation.table() ? "" : table.name() + " ";
  }

  /** Whether the equation says that two amounts are the same one. */
  boolean identity() {
    return equation.relation() == Relation.EQUAL && equation.parts().size() == 2;
  }
}
