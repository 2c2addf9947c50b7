package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.ComparisonRow;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DisclosureTable;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.SourcedAmount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes all that sunledger writes into one workbook. */
public final class ContentComposer {
  private final AnnotatableWorkbook workbook;
  private final Map<String, String> answers;
  private final Map<String, String> opinions;
  private final Optional<String> notice;

  /**
   * For one workbook.
   *
   * @param workbook the workbook to write into
   * @param answers what a user filled in earlier, by key
   * @param opinions what a user wrote to findings earlier, by {@link FindingKey}
   * @param notice what is to be said on top of 核对结果, if anything
   */
  public ContentComposer(
      AnnotatableWorkbook workbook,
      Map<String, String> answers,
      Map<String, String> opinions,
      Optional<String> notice) {
    this.workbook = workbook;
    this.answers = answers;
    this.opinions = opinions;
    this.notice = notice;
  }

  /** Composes the sheets, the marks and the links. */
  public OwnContent compose(
      Disclosure disclosure,
      CheckReport report,
      Optional<Comparison> comparison,
      Optional<Narrative> narrative)
      throws IOException {
    List<ManualItem> items = narrative.map(Narrative::items).orElse(List.of());
    List<OwnSheet.Role> roles = new ArrayList<>(List.of(OwnSheet.Role.FINDINGS));
    comparison.ifPresent(each -> roles.add(OwnSheet.Role.COMPARISON));
    narrative.ifPresent(each -> roles.add(OwnSheet.Role.NARRATIVE));
    if (narrative.isPresent() || !answers.isEmpty()) {
      roles.add(OwnSheet.Role.MANUAL_ITEMS);
    }
    OwnNames names = new OwnNames(workbook.foreignSheets(), roles);
    List<OwnSheet> sheets = new ArrayList<>();
    sheets.add(FindingsSheet.of(foreign(disclosure), report, names, opinions, notice));
    if (comparison.isPresent()) {
      LiveCells live = live(comparison.get());
      sheets.add(ComparisonSheet.of(comparison.get(), names, live, workbook.drawsCharts()));
    }
    narrative.ifPresent(each -> sheets.add(NarrativeSheet.of(each, names)));
    if (roles.contains(OwnSheet.Role.MANUAL_ITEMS)) {
      sheets.add(ManualItemsSheet.of(items, answers, names));
    }
    List<CellMark> marks = marks(report);
    return new OwnContent(sheets, marks, backLinks(disclosure, marks));
  }

  /** What was read of the user's own sheets. */
  private Disclosure foreign(Disclosure read) throws IOException {
    Set<String> sheets = new HashSet<>(workbook.foreignSheets());
    return new Disclosure(
        read.file(),
        read.document(),
        read.year(),
        read.unitCode(),
        read.unitName(),
        read.tables().stream().filter(table -> sheets.contains(table.sheet())).toList(),
        read.leftSheets().stream().filter(left -> sheets.contains(left.sheet())).toList(),
        read.remarks());
  }

  private List<CellMark> marks(CheckReport report) throws IOException {
    Set<String> sheets = new HashSet<>(workbook.foreignSheets());
    return CellMarks.of(report.findings()).stream()
        .filter(mark -> sheets.contains(mark.cell().sheet()))
        .toList();
  }

  private LiveCells live(Comparison comparison) throws IOException {
    Set<CellRef> cells =
        comparison.rows().stream()
            .flatMap(ContentComposer::operands)
            .filter(source -> source.file().equals(comparison.current()))
            .flatMap(source -> source.cells().stream())
            .collect(Collectors.toSet());
    return new LiveCells(comparison.current(), workbook.stored(cells));
  }

  private static Stream<SourcedAmount> operands(ComparisonRow row) {
    return Stream.of(
            row.originalBudget(), row.revisedBudget(), row.actual(), row.prior(), row.whole())
        .flatMap(Optional::stream);
  }

  /** The titles of tables on whose sheets a cell is marked. */
  private static List<CellRef> backLinks(Disclosure disclosure, List<CellMark> marks) {
    Set<String> marked =
        marks.stream().map(mark -> mark.cell().sheet()).collect(Collectors.toSet());
    Set<CellRef> markedCells = marks.stream().map(CellMark::cell).collect(Collectors.toSet());
    return disclosure.tables().stream()
        .map(DisclosureTable::titleCell)
        .filter(cell -> marked.contains(cell.sheet()) && !markedCells.contains(cell))
        .distinct()
        .toList();
  }
}
