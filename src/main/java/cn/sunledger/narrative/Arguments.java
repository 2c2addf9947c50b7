package cn.sunledger.narrative;

import cn.sunledger.narrative.Models.CountModel;
import cn.sunledger.narrative.Models.FigureModel;
import cn.sunledger.narrative.Models.ItemModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a function call in a template, taken out with their types. */
final class Arguments {
  private final String function;
  private final List<?> values;

  Arguments(String function, List<?> values) {
    this.function = function;
    this.values = values;
  }

  int size() {
    return values.size();
  }

  /** A text that must be there. */
  String text(int index) throws TemplateModelException {
    if (value(index) instanceof TemplateScalarModel scalar) {
      return scalar.getAsString();
    }
    throw wrong(index, "应是文字");
  }

  /** A text, or empty where fewer arguments are given. */
  String textOr(int index, String otherwise) throws TemplateModelException {
    return index < values.size() ? text(index) : otherwise;
  }

  int integer(int index) throws TemplateModelException {
    if (value(index) instanceof TemplateNumberModel number) {
      return number.getAsNumber().intValue();
    }
    throw wrong(index, "应是级次（1类、2款、3项）");
  }

  boolean bool(int index) throws TemplateModelException {
    if (value(index) instanceof TemplateBooleanModel flag) {
      return flag.getAsBoolean();
    }
    throw wrong(index, "应是判断，如 已知(项.上年)");
  }

  Item item(int index) throws TemplateModelException {
    if (value(index) instanceof ItemModel model) {
      return model.item();
    }
    throw wrong(index, "应是项目，如 项目(\"total/expense\")");
  }

  /** The items from an index on, each alone or in a list. */
  List<Item> itemsFrom(int index) throws TemplateModelException {
    List<Item> items = new ArrayList<>();
    for (int i = index; i < values.size(); i++) {
      if (value(i) instanceof ItemModel model) {
        items.add(model.item());
      } else {
        items.addAll(items(i));
      }
    }
    return items;
  }

  /** An amount, or an item for its amount of this year. */
  Figure figure(int index) throws TemplateModelException {
    TemplateModel value = value(index);
    if (value instanceof FigureModel model) {
      return model.figure();
    }
    if (value instanceof ItemModel model) {
      return model.item().current();
    }
    throw wrong(index, "应是金额，如 项.决算");
  }

  CountModel count(int index) throws TemplateModelException {
    if (value(index) instanceof CountModel model) {
      return model;
    }
    throw wrong(index, "应是 问数() 得到的数量");
  }

  /** The items of a list. */
  List<Item> items(int index) throws TemplateModelException {
    if (!(value(index) instanceof TemplateSequenceModel sequence)) {
      throw wrong(index, "应是项目的列表，如 末级(\"gpb_expense\")");
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      if (!(sequence.get(i) instanceof ItemModel model)) {
        throw wrong(index, "应是项目的列表，如 末级(\"gpb_expense\")");
      }
      items.add(model.item());
    }
    return items;
  }

  private TemplateModel value(int index) throws TemplateModelException {
    if (index >= values.size()) {
      throw new TemplateModelException(function + "() 少了第" + (index + 1) + "个参数");
    }
    if (values.get(index) instanceof TemplateModel model) {
      return model;
    }
    throw wrong(index, "没有值，请检查拼写");
  }

  private TemplateModelException wrong(int index, String what) {
    return new TemplateModelException(function + "() 的第" + (index + 1) + "个参数" + what);
  }
}
