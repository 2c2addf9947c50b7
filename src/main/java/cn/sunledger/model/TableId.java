package cn.sunledger.model;

/**
 * 公开表的身份: which table of the disclosure set this is, wherever and under whatever number it is
 * printed.
 *
 * @param id the key of the layout, such as {@code final_01_total}
 * @param title the national title, such as 收入支出决算总表
 */
public record TableId(String id, String title) {}
