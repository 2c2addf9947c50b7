package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.OwnChart;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.References;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds sunledger's own sheets behind those of the original. */
final class OwnSheetWriter {
  private final OoxmlPackage parts;
  private final String main;
  private final String folder;
  private final WorkbookPart workbook;
  private final StylesPart styles;

  OwnSheetWriter(
      OoxmlPackage parts, String main, String folder, WorkbookPart workbook, StylesPart styles) {
    this.parts = parts;
    this.main = main;
    this.folder = folder;
    this.workbook = workbook;
    this.styles = styles;
  }

  /** Adds the sheets; the one that was shown first is shown first again. */
  void write(
      List<OwnSheet> sheets, List<OwnSheetXml.Memory> memories, Optional<OwnSheet.Role> active)
      throws IOException {
    List<WorkbookPart.Name> names = new ArrayList<>();
    for (OwnSheet sheet : sheets) {
      boolean shown = active.isPresent() && active.get() == sheet.role();
      String part = parts.freeName(folder + "worksheets/sheet", ".xml");
      parts.types().declare(part, Ooxml.WORKSHEET_TYPE);
      parts.put(part, "");
      Optional<String> drawing =
          sheet.charts().isEmpty() ? Optional.empty() : Optional.of(charts(part, sheet));
      List<OwnSheetXml.Memory> kept = sheet.marksFrom() >= 0 ? memories : List.of();
      Relations relations = parts.relations(part);
      parts.put(part, OwnSheetXml.write(sheet, styles, kept, drawing, files(relations), shown));
      workbook.addSheet(sheet.name(), parts.relations(main).add(Ooxml.WORKSHEET, part));
      int place = workbook.sheets().size() - 1;
      if (shown) {
        workbook.activate(place);
      }
      names.addAll(names(sheet, place));
    }
    workbook.addNames(names);
  }

  /** One relation for each other workbook that the sheet's links lead to. */
  private static UnaryOperator<String> files(Relations relations) {
    Map<String, String> known = new HashMap<>();
    return file ->
        known.computeIfAbsent(file, name -> relations.addExternal(Ooxml.HYPERLINK, name));
  }

  private static List<WorkbookPart.Name> names(OwnSheet sheet, int place) {
    List<WorkbookPart.Name> names = new ArrayList<>();
    String quoted = References.quoted(sheet.name()) + "!";
    names.add(new WorkbookPart.Name(sheet.role().mark(), -1, quoted + "$A$1"));
    sheet
        .filter()
        .ifPresent(
            range ->
                names.add(
                    new WorkbookPart.Name("_xlnm._FilterDatabase", place, quoted + fixed(range))));
    names.add(
        new WorkbookPart.Name("_xlnm.Print_Area", place, quoted + fixed(sheet.page().area())));
    sheet
        .page()
        .repeated()
        .ifPresent(
            rows -> names.add(new WorkbookPart.Name("_xlnm.Print_Titles", place, quoted + rows)));
    return names;
  }

  private static String fixed(String range) {
    return range.replaceAll("([A-Z]+)([0-9]+)", "\\$$1\\$$2");
  }

  private String charts(String sheetPart, OwnSheet sheet) throws IOException {
    String drawing = parts.freeName(folder + "drawings/drawing", ".xml");
    parts.types().declare(drawing, Ooxml.DRAWING_TYPE);
    parts.put(drawing, "");
    List<String> relations = new ArrayList<>();
    for (OwnChart chart : sheet.charts()) {
      String part = parts.freeName(folder + "charts/chart", ".xml");
      parts.types().declare(part, Ooxml.CHART_TYPE);
      parts.put(part, ChartXml.chart(chart));
      relations.add(parts.relations(drawing).add(Ooxml.CHART, part));
    }
    parts.put(drawing, ChartXml.drawing(sheet.charts(), relations));
    return parts.relations(sheetPart).add(Ooxml.DRAWING, drawing);
  }
}
