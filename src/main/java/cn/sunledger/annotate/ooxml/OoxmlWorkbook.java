package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.FormerAnnotation;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.UnsafeWorkbookException;
import cn.sunledger.model.CellRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An .xlsx or .xlsm file of which only the parts are rewritten that change. */
public final class OoxmlWorkbook implements AnnotatableWorkbook {
  private static final int OWN_COLUMNS = 40;

  private final OoxmlPackage parts;
  private final String main;
  private final WorkbookPart workbook;
  private final SheetReader reader;
  private final Map<OwnSheet.Role, String> own = new EnumMap<>(OwnSheet.Role.class);

  /**
   * Opens a workbook.
   *
   * @param file the file, a ZIP package
   * @throws IOException where the file cannot be read
   * @throws UnsafeWorkbookException where it cannot be annotated without risk of harm
   */
  public OoxmlWorkbook(Path file) throws IOException {
    parts = new OoxmlPackage(file);
    try {
      main = mainPart();
      refuseUnsafe();
      workbook =
          new WorkbookPart(
              parts.text(main).orElseThrow(() -> new UnsafeWorkbookException("文件内部缺少工作簿部分，无法打开")));
      if (workbook.sheets().isEmpty()) {
        throw new UnsafeWorkbookException("文件里没有能识别的工作表，请用 Excel 或 WPS 打开并另存为 .xlsx 后再试");
      }
      reader = new SheetReader(parts, main);
      findOwn();
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private String mainPart() throws IOException {
    for (Relations.Relation relation : parts.relations("").all()) {
      if (relation.type().equals(Ooxml.OFFICE_DOCUMENT)) {
        return relation.part();
      }
      if (relation.type().startsWith(Ooxml.STRICT)) {
        throw new UnsafeWorkbookException(
            "文件为 Strict Open XML 格式，请在 Excel 中另存为普通的“Excel 工作簿（*.xlsx）”后再试");
      }
    }
    throw new UnsafeWorkbookException("不是 Excel 工作簿（找不到工作簿部分）");
  }

  private void refuseUnsafe() throws IOException {
    String type = parts.types().of(main);
    if (type.contains("sheet.binary")) {
      throw new UnsafeWorkbookException("文件为二进制工作簿（.xlsb），请另存为 .xlsx 后再试");
    }
    if (!type.startsWith("application/vnd.")
        || type.contains("wordprocessingml")
        || type.contains("presentationml")) {
      throw new UnsafeWorkbookException("不是 Excel 工作簿");
    }
    for (Relations.Relation relation : parts.relations("").all()) {
      if (relation.type().startsWith(Ooxml.SIGNATURES)) {
        throw new UnsafeWorkbookException("文件带有数字签名，改动后签名会失效，请先移除签名或另存副本后再试");
      }
    }
    if (parts.relations(main).ofType(Ooxml.REVISION_HEADERS).isPresent()) {
      throw new UnsafeWorkbookException("文件是带修订记录的共享工作簿，请先取消共享再试");
    }
  }

  private void findOwn() {
    for (WorkbookPart.Name name : workbook.names()) {
      for (OwnSheet.Role role : OwnSheet.Role.values()) {
        if (name.scope() < 0 && name.name().equals(role.mark())) {
          CellReference.parse(name.formula())
              .flatMap(cell -> workbook.sheet(cell.sheet()))
              .ifPresent(sheet -> own.put(role, sheet.name()));
        }
      }
    }
  }

  @Override
  public FormerAnnotation former() throws IOException {
    Map<OwnSheet.Role, List<Map<Integer, String>>> rows = new EnumMap<>(OwnSheet.Role.class);
    for (Map.Entry<OwnSheet.Role, String> each : own.entrySet()) {
      rows.put(each.getKey(), reader.texts(sheetText(each.getValue()), OWN_COLUMNS));
    }
    return new FormerAnnotation(own, rows);
  }

  private Optional<String> sheetPart(String name) throws IOException {
    Optional<WorkbookPart.Sheet> sheet = workbook.sheet(name);
    return sheet.isEmpty()
        ? Optional.empty()
        : parts
            .relations(main)
            .withId(sheet.get().relation())
            .filter(relation -> relation.type().equals(Ooxml.WORKSHEET))
            .map(Relations.Relation::part);
  }

  private String sheetText(String name) throws IOException {
    Optional<String> part = sheetPart(name);
    Optional<String> text = part.isEmpty() ? part : parts.text(part.get());
    return text.orElse("<none/>");
  }

  @Override
  public List<String> foreignSheets() {
    return workbook.sheets().stream()
        .map(WorkbookPart.Sheet::name)
        .filter(name -> !own.containsValue(name))
        .toList();
  }

  @Override
  public Map<CellRef, StoredCell> stored(Set<CellRef> cells) throws IOException {
    Map<String, Map<Position, CellRef>> bySheet = new LinkedHashMap<>();
    for (CellRef cell : cells) {
      bySheet.computeIfAbsent(cell.sheet(), sheet -> new HashMap<>()).put(Position.of(cell), cell);
    }
    Map<CellRef, StoredCell> stored = new HashMap<>();
    for (Map.Entry<String, Map<Position, CellRef>> each : bySheet.entrySet()) {
      Map<Position, CellRef> wanted = each.getValue();
      for (SheetReader.Cell cell : reader.cells(sheetText(each.getKey()), wanted::containsKey)) {
        stored.put(wanted.get(cell.at()), new StoredCell(cell.number(), cell.text()));
      }
    }
    return stored;
  }

  @Override
  public boolean drawsCharts() {
    return true;
  }

  @Override
  public void write(OwnContent content, Path target) throws IOException {
    String stylesPart = stylesPart();
    StylesPart styles = StylesPart.of(parts.text(stylesPart).orElse(StylesPart.BARE));
    Optional<OwnSheet.Role> activeRole = roleAt(workbook.activeTab());
    new FormerMarks(parts, reader, styles, this::sheetPart).remove(allSheets(), own);
    removeOwn();
    MarkWriter marks = new MarkWriter(parts, styles, folder());
    List<OwnSheetXml.Memory> memories = marks.write(content, this::sheetPart);
    new OwnSheetWriter(parts, main, folder(), workbook, styles)
        .write(content.sheets(), memories, activeRole);
    styles.changedText().ifPresent(text -> parts.put(stylesPart, text));
    parts.put(main, workbook.text());
    parts.write(target);
  }

  /** The part of the styles; a workbook without one gets the one Excel would take. */
  private String stylesPart() throws IOException {
    Optional<Relations.Relation> relation = parts.relations(main).ofType(Ooxml.STYLES);
    if (relation.isPresent() && parts.has(relation.get().part())) {
      return relation.get().part();
    }
    String part = relation.map(Relations.Relation::part).orElse(folder() + "styles.xml");
    if (relation.isEmpty()) {
      parts.relations(main).add(Ooxml.STYLES, part);
    }
    parts.types().declare(part, Ooxml.STYLES_TYPE);
    parts.put(part, StylesPart.BARE);
    return part;
  }

  private String folder() {
    return main.substring(0, main.lastIndexOf('/') + 1);
  }

  private Optional<OwnSheet.Role> roleAt(int place) {
    if (place < 0 || place >= workbook.sheets().size()) {
      return Optional.empty();
    }
    String name = workbook.sheets().get(place).name();
    return own.keySet().stream().filter(role -> own.get(role).equals(name)).findFirst();
  }

  private List<String> allSheets() {
    return workbook.sheets().stream().map(WorkbookPart.Sheet::name).toList();
  }

  private void removeOwn() throws IOException {
    if (own.isEmpty()) {
      return;
    }
    Set<Integer> places = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    Set<String> reachable = parts.reachable();
    List<WorkbookPart.Sheet> sheets = workbook.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      if (own.containsValue(sheets.get(i).name())) {
        places.add(i);
        ids.add(sheets.get(i).sheetId());
        parts.relations(main).remove(sheets.get(i).relation());
      }
    }
    Set<String> marks = new HashSet<>();
    own.keySet().forEach(role -> marks.add(role.mark()));
    workbook.removeSheets(places, marks);
    reachable.removeAll(parts.reachable());
    new ArrayList<>(reachable).forEach(parts::remove);
    dropCalculationChain(ids);
  }

  /**
   * The order of calculation is dropped where it names sheets that are gone; Excel makes it anew.
   */
  private void dropCalculationChain(Set<Integer> sheetIds) throws IOException {
    Optional<Relations.Relation> chain = parts.relations(main).ofType(Ooxml.CALC_CHAIN);
    Optional<String> text = chain.isEmpty() ? Optional.empty() : parts.text(chain.get().part());
    if (text.isEmpty()) {
      return;
    }
    XmlScanner scanner = new XmlScanner(text.get());
    while (scanner.next()) {
      if (scanner.opens()
          && scanner.is("c")
          && sheetIds.contains(WorkbookPart.number(scanner.attribute("i"), 0))) {
        parts.relations(main).remove(chain.get().id());
        parts.remove(chain.get().part());
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
