package cn.sunledger.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Final accounts with random amounts that add up, as a text for {@link
 * cn.sunledger.samples.TextWorkbook}.
 */
final class RandomDisclosure {
  private static final String[][] ITEMS = {
    {"201", "一般公共服务支出", "20103", "政府办公厅（室）及相关机构事务", "2010301", "行政运行"},
    {"201", "一般公共服务支出", "20103", "政府办公厅（室）及相关机构事务", "2010308", "信访事务"},
    {"205", "教育支出", "20508", "进修及培训", "2050803", "培训支出"},
    {"208", "社会保障和就业支出", "20805", "行政事业单位养老支出", "2080505", "机关事业单位基本养老保险缴费支出"},
    {"210", "卫生健康支出", "21011", "行政事业单位医疗", "2101101", "行政单位医疗"},
    {"213", "农林水支出", "21303", "水利", "2130304", "水利行业业务管理"},
    {"221", "住房保障支出", "22102", "住房改革支出", "2210201", "住房公积金"}
  };
  private static final int ECONOMIC = 10;

  private final Random random;
  private final int year;
  private final boolean yuan;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, long[]> items = new LinkedHashMap<>();

  RandomDisclosure(long seed, int year) {
    this.random = new Random(seed * 31 + year);
    this.yuan = new Random(seed).nextBoolean();
    this.year = year;
  }

  private long amount(boolean maybeNothing) {
    if (maybeNothing && random.nextInt(3) == 0) {
      return 0;
    }
    return yuan ? 100_000L + random.nextInt(900_000_000) : 100L + random.nextInt(900_000);
  }

  private static String shown(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private void line(Object... cells) {
    List<String> shown = new ArrayList<>();
    for (Object cell : cells) {
      shown.add(cell instanceof Long amount ? shown(amount) : String.valueOf(cell));
    }
    text.append(String.join("|", shown)).append('\n');
  }

  private void open(String name, String title, int columns) {
    text.append("== ").append(name).append('\n');
    line(title);
    line("|".repeat(columns - 1) + "公开" + name + "表");
    String unit = "金额单位：" + (yuan ? "元" : "万元");
    line(
        "部门：临川县档案馆"
            + "|".repeat(columns / 2)
            + year
            + "年度"
            + "|".repeat(columns - columns / 2 - 1)
            + unit);
  }

  String text() {
    for (String[] item : ITEMS) {
      if (items.isEmpty() || random.nextInt(3) > 0) {
        items.put(item[4], new long[] {amount(true), amount(true)});
      }
    }
    long basic = items.values().stream().mapToLong(a -> a[0]).sum();
    long project = items.values().stream().mapToLong(a -> a[1]).sum();
    if (basic == 0) {
      items.values().iterator().next()[0] = amount(false);
      basic = items.values().stream().mapToLong(a -> a[0]).sum();
    }
    long fund = amount(true);
    long business = amount(true);
    long carriedIn = amount(true);
    long expense = basic + project + fund;
    long gpbIncome = Math.max(0, basic + project - carriedIn / 2);
    totals(gpbIncome, fund, business, carriedIn, expense);
    income(gpbIncome + fund, business);
    expense(basic, project + fund, expense);
    fiscal(gpbIncome, fund, carriedIn, basic + project);
    gpb(basic, project);
    economic(basic);
    fund(fund);
    threePublic();
    return text.toString();
  }

  private Map<String, Long> classes() {
    Map<String, Long> classes = new LinkedHashMap<>();
    for (String[] item : ITEMS) {
      long[] amounts = items.get(item[4]);
      if (amounts != null) {
        classes.merge(item[1], amounts[0] + amounts[1], Long::sum);
      }
    }
    return classes;
  }

  private void totals(long gpb, long fund, long business, long carriedIn, long expense) {
    open("01", "收入支出决算总表", 6);
    line("收入||| 支出||");
    line("项目|行次|金额|项目|行次|金额");
    line("栏次||1|栏次||2");
    List<Object[]> left = new ArrayList<>();
    left.add(new Object[] {"一、一般公共预算财政拨款收入", 1, gpb});
    left.add(new Object[] {"二、政府性基金预算财政拨款收入", 2, fund});
    left.add(new Object[] {"三、国有资本经营预算财政拨款收入", 3, 0L});
    left.add(new Object[] {"四、上级补助收入", 4, 0L});
    left.add(new Object[] {"五、事业收入", 5, business});
    left.add(new Object[] {"六、经营收入", 6, 0L});
    left.add(new Object[] {"七、附属单位上缴收入", 7, 0L});
    left.add(new Object[] {"八、其他收入", 8, 0L});
    List<Map.Entry<String, Long>> right = new ArrayList<>(classes().entrySet());
    if (fund > 0) {
      right.add(Map.entry("城乡社区支出", fund));
    }
    for (int i = 0; i < left.size(); i++) {
      boolean some = i < right.size();
      line(
          left.get(i)[0],
          left.get(i)[1],
          left.get(i)[2],
          some ? right.get(i).getKey() : "",
          32 + i,
          some ? right.get(i).getValue() : "");
    }
    long income = gpb + fund + business;
    line("本年收入合计", 27, income, "本年支出合计", 58, expense);
    line("使用非财政拨款结余", 28, 0L, "结余分配", 59, 0L);
    line("年初结转和结余", 29, carriedIn, "年末结转和结余", 60, income + carriedIn - expense);
    line("总计", 31, income + carriedIn, "总计", 62, income + carriedIn);
  }

  private void income(long fiscal, long business) {
    open("02", "收入决算表", 9);
    line("项目||本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入");
    line("科目代码|科目名称|||||||");
    line("栏次||1|2|3|4|5|6|7");
    line("合计", "", fiscal + business, fiscal, 0L, business, 0L, 0L, 0L);
  }

  private void expense(long basic, long project, long all) {
    open("03", "支出决算表", 8);
    line("项目||本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出");
    line("科目代码|科目名称||||||");
    line("栏次||1|2|3|4|5|6");
    line("合计", "", all, basic, project, 0L, 0L, 0L);
  }

  private void fiscal(long gpb, long fund, long carriedIn, long spent) {
    open("04", "财政拨款收入支出决算总表", 9);
    line("收入|||支出|||||");
    line("项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款");
    line("栏次||1|栏次||2|3|4|5");
    line("一、一般公共预算财政拨款", 1, gpb, "", 40, "", "", "", "");
    line("二、政府性基金预算财政拨款", 2, fund, "", 41, "", "", "", "");
    line("本年收入合计", 27, gpb + fund, "本年支出合计", 59, spent + fund, spent, fund, 0L);
    long rest = gpb + carriedIn - spent;
    line("年初财政拨款结转和结余", 28, carriedIn, "年末财政拨款结转和结余", 60, rest, rest, 0L, 0L);
    long all = gpb + fund + carriedIn;
    line("总计", 31, all, "总计", 64, all, gpb + carriedIn, fund, 0L);
  }

  private void gpb(long basic, long project) {
    open("05", "一般公共预算财政拨款支出决算表", 5);
    line("项目||本年支出||");
    line("科目代码|科目名称|小计|基本支出|项目支出");
    line("栏次||1|2|3");
    line("合计", "", basic + project, basic, project);
    String category = "";
    String section = "";
    for (String[] item : ITEMS) {
      if (!items.containsKey(item[4])) {
        continue;
      }
      if (!item[0].equals(category)) {
        category = item[0];
        row(item[0], item[1], 3);
      }
      if (!item[2].equals(section)) {
        section = item[2];
        row(item[2], item[3], 5);
      }
      row(item[4], item[5], 7);
    }
  }

  private void row(String code, String name, int digits) {
    long basic = 0;
    long project = 0;
    for (Map.Entry<String, long[]> item : items.entrySet()) {
      if (item.getKey().substring(0, digits).equals(code)) {
        basic += item.getValue()[0];
        project += item.getValue()[1];
      }
    }
    line(code, name, basic + project, basic, project);
  }

  private void economic(long basic) {
    long[] parts = new long[ECONOMIC];
    long rest = basic;
    for (int i = 1; i < parts.length; i++) {
      parts[i] = random.nextInt(4) == 0 ? 0 : (long) (rest * random.nextDouble() / 3);
      rest -= parts[i];
    }
    parts[0] = rest;
    long wage = parts[0] + parts[1] + parts[2] + parts[3];
    long goods = parts[5] + parts[6] + parts[7] + parts[8];
    open("06", "一般公共预算财政拨款基本支出决算明细表", 9);
    line("人员经费||| 公用经费|||||");
    line("科目代码|科目名称|决算数|科目代码|科目名称|决算数|科目代码|科目名称|决算数");
    line("301", "工资福利支出", wage, "302", "商品和服务支出", goods, "310", "资本性支出", parts[9]);
    line("30101", "基本工资", parts[0], "30201", "办公费", parts[5], "31002", "办公设备购置", parts[9]);
    line("30102", "津贴补贴", parts[1], "30202", "印刷费", parts[6], "31003", "专用设备购置", 0L);
    line("30103", "奖金", parts[2], "30211", "差旅费", parts[7], "399", "其他支出", 0L);
    line("30113", "住房公积金", parts[3], "30228", "工会经费", parts[8], "39999", "其他支出", 0L);
    line("303", "对个人和家庭的补助", parts[4], "", "", "", "", "", "");
    line("30302", "退休费", parts[4], "", "", "", "", "", "");
    long personnel = wage + parts[4];
    line("人员经费合计", "", personnel, "公用经费合计", "", "", "", "", basic - personnel);
  }

  private void fund(long fund) {
    open("07", "政府性基金预算财政拨款收入支出决算表", 8);
    line("项目||年初结转和结余|本年收入|本年支出|||年末结转和结余");
    line("科目代码|科目名称|||小计|基本支出|项目支出|");
    line("栏次||1|2|3|4|5|6");
    line("合计", "", 0L, fund, fund, 0L, fund, 0L);
    if (fund > 0) {
      line("212", "城乡社区支出", 0L, fund, fund, 0L, fund, 0L);
      line("21208", "国有土地使用权出让收入安排的支出", 0L, fund, fund, 0L, fund, 0L);
      line("2120804", "农村基础设施建设支出", 0L, fund, fund, 0L, fund, 0L);
    }
  }

  private void threePublic() {
    open("09", "财政拨款“三公”经费支出决算表", 12);
    line("预算数||||||决算数|||||");
    line("合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费");
    line("||小计|公务用车购置费|公务用车运行维护费||||小计|公务用车购置费|公务用车运行维护费|");
    line("1|2|3|4|5|6|7|8|9|10|11|12");
    List<Object> cells = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      long abroad = amount(true);
      long bought = amount(true);
      long run = amount(true);
      long guests = amount(true);
      cells.addAll(
          List.of(abroad + bought + run + guests, abroad, bought + run, bought, run, guests));
    }
    line(cells.toArray());
  }
}
