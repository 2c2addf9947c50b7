package cn.sunledger.grid;

import java.util.HashMap;
import java.util.Map;

/**
 * The formats that workbooks name by number only (ECMA-376 part 1, 18.8.30), as Excel and WPS show
 * them on a Chinese system: currency in ¥, negatives with a minus, dates in Chinese.
 */
final class BuiltInFormats {
  private static final Map<Integer, String> CODES = new HashMap<>();

  static {
    put(0, "General", "0", "0.00", "#,##0", "#,##0.00");
    put(5, "\"¥\"#,##0;\"¥\"\\-#,##0", "\"¥\"#,##0;[Red]\"¥\"\\-#,##0");
    put(7, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00", "\"¥\"#,##0.00;[Red]\"¥\"\\-#,##0.00");
    put(9, "0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??");
    put(14, "yyyy/m/d", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm AM/PM", "h:mm:ss AM/PM");
    put(20, "h:mm", "h:mm:ss", "yyyy/m/d h:mm");
    put(27, "yyyy\"年\"m\"月\"", "m\"月\"d\"日\"", "m\"月\"d\"日\"", "m-d-yy");
    put(31, "yyyy\"年\"m\"月\"d\"日\"", "h\"时\"mm\"分\"", "h\"时\"mm\"分\"ss\"秒\"");
    put(34, "上午/下午h\"时\"mm\"分\"", "上午/下午h\"时\"mm\"分\"ss\"秒\"", "yyyy\"年\"m\"月\"");
    put(37, "#,##0;\\-#,##0", "#,##0;[Red]\\-#,##0");
    put(39, "#,##0.00;\\-#,##0.00", "#,##0.00;[Red]\\-#,##0.00");
    put(41, "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ");
    put(42, "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ");
    put(43, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ");
    put(44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ");
    put(45, "mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@");
    put(50, "yyyy\"年\"m\"月\"", "m\"月\"d\"日\"", "yyyy\"年\"m\"月\"", "m\"月\"d\"日\"");
    put(54, "m\"月\"d\"日\"", "上午/下午h\"时\"mm\"分\"", "上午/下午h\"时\"mm\"分\"ss\"秒\"");
    put(57, "yyyy\"年\"m\"月\"", "m\"月\"d\"日\"");
    put(59, "0", "0.00", "#,##0", "#,##0.00");
    put(67, "0%", "0.00%", "# ?/?", "# ??/??", "d/m/yyyy", "d-mmm-yy", "d-mmm", "mmm-yy");
    put(75, "h:mm", "h:mm:ss", "d/m/yyyy h:mm", "mm:ss", "[h]:mm:ss", "mm:ss.0", "d/m/yyyy");
  }

  private BuiltInFormats() {}

  private static void put(int first, String... codes) {
    for (int i = 0; i < codes.length; i++) {
      CODES.put(first + i, codes[i]);
    }
  }

  /** The code of a built-in number; {@code General} for a number that names none. */
  static String code(int id) {
    return CODES.getOrDefault(id, "General");
  }
}
