package cn.sunledger.samples;

/**
 * How a publisher's sheets look.
 *
 * @param titleFont the title's font
 * @param titleSize its size in points
 * @param bodyFont the font of everything else
 * @param bodySize its size in points
 * @param boldHeader whether the table's header is bold
 */
record Look(String titleFont, int titleSize, String bodyFont, int bodySize, boolean boldHeader) {
  static final Look FINAL_ACCOUNTS = new Look("黑体", 18, "宋体", 10, false);
  static final Look HUNAN_BUDGET = new Look("宋体", 17, "宋体", 9, true);
  static final Look SHENZHEN_BUDGET = new Look("宋体", 16, "宋体", 10, true);
  static final Look FORM = new Look("宋体", 16, "宋体", 10, false);
}
