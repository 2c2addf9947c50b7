package cn.sunledger.export;

import java.util.List;

/** The columns of facts.csv, with what they mean. */
public final class FactsSchema {
  /** The columns, in order. */
  public static final List<Field> FIELDS =
      List.of(
          field("file", "string", "文件", "来源工作簿；批量转换时为相对路径"),
          field("sheet", "string", "工作表", "来源工作表的名称"),
          field("cell", "string", "单元格", "来源单元格的地址，如 C37"),
          field("table", "string", "表名", "统一表名，如 收入支出决算总表；没有对应表样的为空"),
          field("title", "string", "原表名", "表上印的名称，去掉空白"),
          field(
              "document",
              "string",
              "文件种类",
              "budget 部门预算，final_accounts 部门决算，performance_target 绩效目标，"
                  + "performance_self_evaluation 绩效自评"),
          field("unit_code", "string", "单位代码", "部门或单位的代码"),
          field("unit_name", "string", "单位名称", "部门或单位的名称"),
          field("year", "integer", "年度", "预算或决算年度"),
          field("block", "string", "栏块", "左右并列的表中的一侧，如 收入、支出；单侧的表为空"),
          field("row_no", "string", "行次", "表上印的行次"),
          field("row_code", "string", "科目编码", "只留数字，分列的合并，如 2010301；单位行为单位代码"),
          field("row_label", "string", "项目", "行的名称，去掉空白，折行相接"),
          field("row_level", "integer", "层级", "0 合计、总计与单位行；1 类或“一、”；2 款或“（一）”；3 项或“1.”"),
          field("column_no", "string", "栏次", "表上印的栏次"),
          field("column_path", "string", "栏目", "从外到内的表头，以 / 相连，去掉空白"),
          field("fund", "string", "资金性质", "如 gpb 一般公共预算财政拨款；看不出的为空"),
          field("stage", "string", "预算阶段", "如 budget_initial 年初预算数，final 决算数；看不出的为空"),
          field("measure", "string", "指标", "数的含义，如 basic_expense 基本支出；看不出的为空"),
          field("value", "number", "数值", "与单元格显示的一致，不带千分位"),
          field("unit", "string", "计量单位", "元、千元、万元、亿元；比率为 %；个数与得分为空"),
          field("value_yuan", "number", "折合元", "精确折算成元；不是金额的为空"),
          field("text", "string", "显示文本", "单元格显示的文字"));

  private FactsSchema() {}

  /**
   * One column.
   *
   * @param name its header
   * @param type its type in the words of Frictionless Table Schema
   * @param title what people call it
   * @param description what stands in it
   */
  public record Field(String name, String type, String title, String description) {}

  private static Field field(String name, String type, String title, String description) {
    return new Field(name, type, title, description);
  }
}
