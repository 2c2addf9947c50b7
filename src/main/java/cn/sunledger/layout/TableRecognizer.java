package cn.sunledger.layout;

import cn.sunledger.grid.SheetGrid;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.TableLayout;
import cn.sunledger.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the tables of a workbook by meaning and reads their facts. A table that no layout
 * names is read by its structure; a sheet that is no table is left and says why.
 */
public final class TableRecognizer {
  private final LayoutMatcher matcher;
  private final Meaning meaning;
  private final RegionFinder finder = new RegionFinder();

  /**
   * Built from immutable data.
   *
   * @param layouts the 表样 to recognise
   * @param vocabulary what headers and labels mean
   */
  public TableRecognizer(List<TableLayout> layouts, List<Term> vocabulary) {
    this.matcher = new LayoutMatcher(layouts);
    this.meaning = new Meaning(vocabulary);
  }

  /**
   * Reads every table of a workbook.
   *
   * @param workbook the sheets
   * @return the tables with their facts, and the sheets that gave none
   */
  public Disclosure recognise(WorkbookGrid workbook) {
    return recognise(finder.find(workbook));
  }

  /**
   * Reads every table of a workbook whose regions are found.
   *
   * @param regions the regions, as found for this one reading
   * @return the tables with their facts, and the sheets that gave none
   */
  public Disclosure recognise(WorkbookRegions regions) {
    WorkbookGrid workbook = regions.workbook();
    WorkbookContext context = regions.context();
    Words words = regions.words();
    List<Draft> tables = new ArrayList<>();
    List<Disclosure.LeftSheet> left = new ArrayList<>();
    Draft last = null;
    for (WorkbookRegions.Sheet sheet : regions.sheets()) {
      List<Draft> drafts = new ArrayList<>();
      boolean read = false;
      for (WorkbookRegions.Place place : sheet.places()) {
        Draft draft = new Draft(sheet.grid(), place.region(), place.preamble(), words);
        drafts.add(draft);
        draft.read(meaning, context);
        if (last != null && draft.isHeaderless()) {
          draft.readUnder(last, meaning);
        }
        draft.recognise(matcher, context);
        if (draft.isTable()) {
          tables.add(draft);
          read = true;
          last = draft;
        }
      }
      if (!read) {
        left.add(leave(sheet.grid(), drafts));
      }
    }
    SubjectNames.learn(tables, words).relevel(tables);
    List<DisclosureTable> built = new ArrayList<>();
    DocumentKind kind = WorkbookContext.majorityKind(tables, context);
    for (Draft draft : Continuation.join(tables)) {
      built.add(draft.build(kind, context));
    }
    return new Disclosure(
        workbook.file(),
        kind,
        context.year(),
        context.unitCode(),
        context.unitName(),
        built,
        left,
        remarks(workbook));
  }

  private static List<String> remarks(WorkbookGrid workbook) {
    List<String> remarks = new ArrayList<>();
    for (SheetGrid sheet : workbook.sheets()) {
      if (sheet.hidden()) {
        remarks.add("工作表“" + sheet.name() + "”是隐藏的，已照常读取。");
      }
      remarks.addAll(sheet.remarks());
    }
    return remarks;
  }

  private Disclosure.LeftSheet leave(SheetGrid grid, List<Draft> drafts) {
    String name = grid.name();
    if (grid.rowCount() == 0) {
      return new Disclosure.LeftSheet(name, "空白工作表", "", List.of());
    }
    String text = LeftSheetReason.text(grid);
    Optional<LayoutMatcher.Near> near =
        drafts.stream().map(draft -> draft.nearest(matcher)).flatMap(Optional::stream).findFirst();
    return new Disclosure.LeftSheet(
        name,
        LeftSheetReason.of(name, text),
        near.map(found -> found.layout().id().title()).orElse(""),
        near.map(LayoutMatcher.Near::missing).orElse(List.of()));
  }
}
