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
  private final Words words = new Words();

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
    List<Sheet> sheets = new ArrayList<>();
    List<Preamble> preambles = new ArrayList<>();
    List<Integer> headerYears = new ArrayList<>();
    for (SheetGrid printed : workbook.sheets()) {
      SheetGrid grid = WrittenMerges.joined(printed, words);
      Sheet sheet = new Sheet(grid, new ArrayList<>());
      Preamble earlier = null;
      for (Region region : RegionSplitter.split(Area.of(grid, words))) {
        Preamble own = Preamble.read(region);
        boolean untitled = earlier != null && region.preamble().isEmpty();
        Preamble preamble = untitled ? own.after(earlier) : own;
        earlier = preamble;
        Draft draft = new Draft(grid, region, preamble, words);
        sheet.regions.add(draft);
        preambles.add(preamble);
        draft.yearInHeader().ifPresent(headerYears::add);
      }
      sheets.add(sheet);
    }
    WorkbookContext context = WorkbookContext.of(workbook, preambles, headerYears, words);
    List<Draft> tables = new ArrayList<>();
    List<Disclosure.LeftSheet> left = new ArrayList<>();
    Draft last = null;
    for (Sheet sheet : sheets) {
      List<Draft> read = new ArrayList<>();
      for (Draft draft : sheet.regions) {
        draft.read(meaning, context);
        if (last != null && draft.isHeaderless()) {
          draft.readUnder(last, meaning);
        }
        draft.recognise(matcher, context);
        if (draft.isTable()) {
          read.add(draft);
          last = draft;
        }
      }
      if (read.isEmpty()) {
        left.add(leave(sheet));
      }
      tables.addAll(read);
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

  private record Sheet(SheetGrid grid, List<Draft> regions) {}

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

  private Disclosure.LeftSheet leave(Sheet sheet) {
    String name = sheet.grid.name();
    if (sheet.grid.rowCount() == 0) {
      return new Disclosure.LeftSheet(name, "空白工作表", "", List.of());
    }
    String text = LeftSheetReason.text(sheet.grid);
    Optional<LayoutMatcher.Near> near =
        sheet.regions.stream()
            .map(draft -> draft.nearest(matcher))
            .flatMap(Optional::stream)
            .findFirst();
    return new Disclosure.LeftSheet(
        name,
        LeftSheetReason.of(name, text),
        near.map(found -> found.layout().id().title()).orElse(""),
        near.map(LayoutMatcher.Near::missing).orElse(List.of()));
  }
}
