package cn.sunledger.narrative;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;

/** The typed values that templates see. None of them prints itself but an answer. */
final class Models {
  private Models() {}

  /** An amount; 金额() and its like print it. */
  record FigureModel(Figure figure) implements TemplateModel {}

  /** An item with its names and amounts. */
  record ItemModel(Item item) implements TemplateHashModel {
    @Override
    public TemplateModel get(String name) throws TemplateModelException {
      return switch (name) {
        case "名称" -> text(item.name());
        case "编码" -> text(item.code());
        case "键" -> text(item.key());
        case "序号" -> text(item.place() == 0 ? "" : String.valueOf(item.place()));
        case "类名" -> text(part(1));
        case "款名" -> text(part(2));
        case "项名" -> text(part(3));
        case "类款项" -> text(fullPath());
        case "本年", "决算" -> new FigureModel(item.current());
        case "预算" -> new FigureModel(item.budget());
        case "预算名" -> text(item.usesRevised() ? "全年预算" : "年初预算");
        case "上年" -> new FigureModel(item.prior());
        case "按全年预算" -> new ItemModel(item.againstRevised());
        case "预算未列" -> bool(item.unplanned());
        case "上年未列" -> bool(item.fresh());
        default ->
            throw new TemplateModelException(
                "项目没有“"
                    + name
                    + "”这一属性，可用的有：名称、编码、键、序号、类名、款名、项名、类款项、"
                    + "本年、决算、预算、预算名、上年、按全年预算、预算未列、上年未列");
      };
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    private String part(int level) {
      return item.path().size() >= level ? item.path().get(level - 1) : "";
    }

    /** 一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）. */
    private String fullPath() {
      StringBuilder text = new StringBuilder();
      String[] levels = {"（类）", "（款）", "（项）"};
      for (int i = 0; i < Math.min(levels.length, item.path().size()); i++) {
        if (!item.path().get(i).isEmpty()) {
          text.append(item.path().get(i)).append(levels[i]);
        }
      }
      return text.isEmpty() ? item.name() : text.toString();
    }
  }

  /** An answer, which is text and prints itself; the blank stands for it while there is none. */
  record AnswerModel(String printed, boolean given, boolean none)
      implements TemplateScalarModel, TemplateHashModel {
    @Override
    public String getAsString() {
      return printed;
    }

    @Override
    public TemplateModel get(String name) throws TemplateModelException {
      return switch (name) {
        case "无" -> bool(none);
        case "已填" -> bool(given);
        default -> throw new TemplateModelException("填报的内容没有“" + name + "”这一属性，可用的有：无、已填");
      };
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /** A count that people gave, or a sum of such counts. */
  record CountModel(String printed, boolean given, int count, String measureWord)
      implements TemplateScalarModel, TemplateHashModel {
    @Override
    public String getAsString() {
      return printed;
    }

    @Override
    public TemplateModel get(String name) throws TemplateModelException {
      return switch (name) {
        case "无" -> bool(given && count == 0);
        case "已填" -> bool(given);
        default -> throw new TemplateModelException("填报的数量没有“" + name + "”这一属性，可用的有：无、已填");
      };
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  static TemplateScalarModel text(String text) {
    return () -> text;
  }

  static TemplateModel bool(boolean value) {
    return value ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
  }
}
