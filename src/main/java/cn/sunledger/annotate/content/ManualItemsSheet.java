package cn.sunledger.annotate.content;

import cn.sunledger.model.ManualItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 待填事项: what only a person can know, one row each, with a cell to write in. */
final class ManualItemsSheet {
  /** The column of the keys. */
  static final String KEY = "编号（勿改）";

  /** The column a user writes in. */
  static final String ANSWER = "请填写";

  private static final int LAST = 5;

  private ManualItemsSheet() {}

  /**
   * The sheet.
   *
   * @param items what is asked for
   * @param former answers that a user gave earlier; those that nobody asks for any more are kept
   * @param names the names of sunledger's sheets
   */
  static OwnSheet of(List<ManualItem> items, Map<String, String> former, OwnNames names) {
    Map<String, String> rest = new LinkedHashMap<>(former);
    SheetDraft draft = new SheetDraft(9, 10, 46, 32, 40, 60);
    draft.text(0, LAST, Palette.TITLE, "待填事项").end(34);
    draft
        .text(
            0,
            LAST,
            Palette.NOTE,
            "这里列出表内数据说明不了、只有本单位才知道的内容（原因、用途、数量等）。请在右侧浅黄色的“请填写”栏填写，"
                + "保存后再把本文件批注一次：填写的内容会写入“情况说明”，并保留在本表。"
                + "“参考”栏（含标明“上年填写”的上年内容）只供参考，不会自动写入文字。请勿改动“编号”栏。")
        .end(34);
    long answered = items.stream().filter(item -> !answer(item, former).isEmpty()).count();
    String progress =
        items.isEmpty()
            ? "没有需要填写的事项。"
            : "共 "
                + items.size()
                + " 项，已填 "
                + answered
                + " 项，还有 "
                + (items.size() - answered)
                + " 项。";
    draft.text(0, 3, Palette.PLAIN.strong(), progress);
    names
        .link(OwnSheet.Role.NARRATIVE)
        .ifPresent(
            link -> draft.link(4, 5, Palette.LINKED.at(Look.Across.RIGHT), "查看“情况说明” →", link));
    draft.end(24);
    int header = draft.row();
    String[] labels = {KEY, "类别", "事项", "涉及金额", "参考", ANSWER};
    for (int i = 0; i < labels.length; i++) {
      draft.text(i, Palette.HEADER, labels[i]);
    }
    draft.end(24);
    for (ManualItem item : items) {
      row(draft, item, answer(item, former));
      rest.remove(item.key());
    }
    rest.forEach(
        (key, answer) ->
            row(
                draft,
                new ManualItem(key, "留存", "本次已不需要填写，原填写内容留存备查", "", "", Optional.empty()),
                answer));
    return new OwnSheet(
        OwnSheet.Role.MANUAL_ITEMS,
        names.of(OwnSheet.Role.MANUAL_ITEMS),
        Palette.TAB,
        draft.columns(),
        draft.rows(),
        draft.merges(),
        Optional.of(References.a1(header + 1, 0)),
        draft.row() - 1 == header
            ? Optional.empty()
            : Optional.of(References.a1(header, 0) + ":" + References.a1(draft.row() - 1, LAST)),
        List.of(),
        List.of(),
        new OwnSheet.Page(
            true,
            "A1:" + References.a1(draft.row() - 1, LAST),
            Optional.of("$" + (header + 1) + ":$" + (header + 1))),
        -1);
  }

  private static String answer(ManualItem item, Map<String, String> former) {
    return item.answer().orElse(former.getOrDefault(item.key(), ""));
  }

  private static void row(SheetDraft draft, ManualItem item, String answer) {
    draft.put(0, 0, Palette.KEY.unwrapped(), CellContent.Words.of(item.key()), null);
    draft.text(1, Palette.CENTERED, item.kind());
    draft.text(2, Palette.CELL, item.about());
    draft.text(3, Palette.CELL, item.amounts());
    draft.text(4, Palette.FINE, item.hint());
    draft.text(5, Palette.ANSWER, answer).end(28);
  }
}
