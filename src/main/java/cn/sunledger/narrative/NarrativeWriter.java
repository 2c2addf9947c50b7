package cn.sunledger.narrative;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Wording;
import cn.sunledger.model.Wording.Chapter;
import cn.sunledger.model.Wording.Outline;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileException;
import freemarker.template.TemplateModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 情况说明: writes the narrative of a workbook in the wording of a profile.
 *
 * <p>Amounts, rates and comparison words come from cells and from typed answers only; what nobody
 * answered yet stands in the text as {@code 【待填：…】} and on the list of 待填事项.
 */
public final class NarrativeWriter {
  private final Wording wording;
  private final TemplateEngine engine;

  /**
   * A writer in the wording of a profile.
   *
   * @param wording the conventions in force
   * @param templates the profile whose templates are used, and those it extends
   */
  public NarrativeWriter(Wording wording, ProfileChain templates) {
    this.wording = wording;
    this.engine = new TemplateEngine(templates);
  }

  /**
   * Writes.
   *
   * @param disclosure the workbook
   * @param comparison its comparison, from which all figures are taken
   * @param answers 待填事项 by key, as far as they are answered
   * @return the text and what is still to be answered; a text without sections where the profile
   *     has no outline for this kind of document
   * @throws ProfileException where a template is faulty
   */
  public Narrative write(
      Disclosure disclosure, Comparison comparison, Map<String, String> answers) {
    Optional<Outline> outline = wording.outline(disclosure.document());
    if (outline.isEmpty()) {
      return new Narrative(disclosure.document().title() + "情况说明", List.of(), List.of());
    }
    ManualItems manual = new ManualItems(answers);
    String year = year(comparison, manual, 0);
    String unit = unit(comparison, manual);
    Map<String, TemplateModel> data =
        data(disclosure, comparison, manual, outline.get().numbering().get(2));
    data.put("年度", Models.text(year));
    data.put("上年度", Models.text(year(comparison, manual, 1)));
    data.put("单位", Models.text(unit));
    Paragraphs paragraphs = new Paragraphs(outline.get());
    for (Chapter chapter : outline.get().sections()) {
      paragraphs.add(filled(chapter.heading(), year, unit), engine.text(chapter.template(), data));
    }
    return new Narrative(
        filled(outline.get().title(), year, unit), paragraphs.sections(), manual.list());
  }

  private Map<String, TemplateModel> data(
      Disclosure disclosure, Comparison comparison, ManualItems manual, String numbering) {
    Phrases phrases = new Phrases(wording);
    ItemBook book = new ItemBook(comparison, manual, phrases);
    AmountFunctions amounts = new AmountFunctions(phrases, manual);
    FunctionTable functions = new FunctionTable();
    amounts.addTo(functions);
    new ListFunctions(disclosure, book, numbering).addTo(functions);
    new AnswerFunctions(manual, book, amounts, new Hints(comparison, phrases)).addTo(functions);
    Map<String, TemplateModel> data = new LinkedHashMap<>(functions.asMap());
    data.put("列零", Models.bool(wording.zeroLines()));
    return data;
  }

  private static String year(Comparison comparison, ManualItems manual, int before) {
    return comparison
        .year()
        .or(() -> manual.answer("text/year").flatMap(Answers::count))
        .map(year -> String.valueOf(year - before))
        .orElseGet(
            () -> {
              manual.note(Ask.plain("text/year", "情况", "年度"));
              return ManualItems.blank(before == 0 ? "年度" : "上年度");
            });
  }

  private static String unit(Comparison comparison, ManualItems manual) {
    return comparison.unitName().isEmpty()
        ? manual.textOf(Ask.plain("text/unit", "情况", "单位名称"))
        : comparison.unitName();
  }

  private static String filled(String pattern, String year, String unit) {
    return pattern.replace("{年度}", year).replace("{单位}", unit);
  }
}
