package cn.sunledger.narrative;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Publication;
import cn.sunledger.model.Wording;
import cn.sunledger.model.Wording.Chapter;
import cn.sunledger.model.Wording.Outline;
import freemarker.template.TemplateModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One text in the making: its figures, its answers, and what is asked as it is written. */
final class Draft {
  private final Outline outline;
  private final TemplateEngine engine;
  private final ManualItems manual;
  private final String year;
  private final String unit;
  private final String calling;
  private final Map<String, TemplateModel> data;

  Draft(
      Wording wording,
      Outline outline,
      TemplateEngine engine,
      Disclosure disclosure,
      Comparison comparison,
      Given given) {
    this.outline = outline;
    this.engine = engine;
    this.manual = new ManualItems(given);
    this.year = year(comparison, 0);
    this.unit =
        comparison.unitName().isEmpty()
            ? manual.textOf(Ask.plain("text/unit", "情况", "单位名称"))
            : comparison.unitName();
    this.calling = Calling.of(disclosure);
    this.data = functions(wording, disclosure, comparison, given.related());
    data.put("列零", Models.bool(wording.zeroLines()));
    data.put("年度", Models.text(year));
    data.put("上年度", Models.text(year(comparison, 1)));
    data.put("单位", Models.text(unit));
    data.put("部门", Models.text(calling));
  }

  private Map<String, TemplateModel> functions(
      Wording wording, Disclosure disclosure, Comparison comparison, List<Disclosure> related) {
    Phrases phrases = new Phrases(wording);
    Operations operations = Operations.of(disclosure, related);
    ItemBook book = new ItemBook(comparison, manual, phrases, operations);
    AmountFunctions amounts = new AmountFunctions(phrases, manual);
    FunctionTable functions = new FunctionTable();
    amounts.addTo(functions);
    new ListFunctions(disclosure, book, outline.numbering().get(2)).addTo(functions);
    Hints hints = new Hints(comparison, phrases);
    new AnswerFunctions(manual, book, amounts, hints, operations).addTo(functions);
    return new LinkedHashMap<>(functions.asMap());
  }

  private String year(Comparison comparison, int before) {
    return comparison
        .year()
        .or(() -> manual.answer("text/year").flatMap(Answers::count))
        .map(known -> String.valueOf(known - before))
        .orElseGet(
            () -> {
              manual.note(Ask.plain("text/year", "情况", "年度"));
              return ManualItems.blank(before == 0 ? "年度" : "上年度");
            });
  }

  /** The department as the text calls it. */
  String unit() {
    return unit;
  }

  /** Everything that was asked so far. */
  List<ManualItem> items() {
    return manual.list();
  }

  /** A heading with its placeholders filled in. */
  String filled(String pattern) {
    return pattern.replace("{年度}", year).replace("{单位}", unit).replace("{部门}", calling);
  }

  /** 情况说明. */
  List<Narrative.Section> narrative() {
    Paragraphs paragraphs = new Paragraphs(outline.numbering(), outline.start());
    for (Chapter chapter : outline.sections()) {
      paragraphs.add(filled(chapter.heading()), engine.text(chapter.template(), data));
    }
    return paragraphs.sections();
  }

  /** All parts, numbered through; a narrative whose sections are parts numbers these itself. */
  List<Publication.Part> parts() {
    Wording.Frame frame = outline.publication();
    List<Publication.Part> parts = new ArrayList<>();
    int number = 1;
    for (Wording.Part part : frame.parts()) {
      List<Narrative.Section> sections = List.of();
      if (part.content() == Publication.Content.TEXT) {
        sections = part.template().isEmpty() ? narrative() : text(part.template());
      }
      String heading = "";
      if (part.heading().isEmpty()) {
        number += (int) sections.stream().filter(section -> section.level() == 1).count();
      } else {
        String own = frame.numbering().replace("{序}", ChineseNumerals.of(number++));
        heading = own + filled(part.heading());
      }
      parts.add(new Publication.Part(heading, part.content(), sections));
    }
    return parts;
  }

  /** The text of a part, whose headings open the levels below that of parts. */
  private List<Narrative.Section> text(String template) {
    boolean sectionsAreParts = outline.numbering().get(0).equals(outline.publication().numbering());
    String numbering = outline.numbering().get(sectionsAreParts ? 1 : 0);
    Paragraphs paragraphs = new Paragraphs(List.of("", numbering, numbering), 1);
    paragraphs.add("", engine.text(template, data));
    return paragraphs.sections().stream()
        .filter(section -> !section.heading().isEmpty() || !section.paragraphs().isEmpty())
        .map(
            section ->
                new Narrative.Section(
                    section.heading(), Math.max(1, section.level() - 1), section.paragraphs()))
        .toList();
  }
}
