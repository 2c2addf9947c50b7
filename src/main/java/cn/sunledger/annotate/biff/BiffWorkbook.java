package cn.sunledger.annotate.biff;

import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.FormerAnnotation;
import cn.sunledger.annotate.content.NumberTexts;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.annotate.content.OwnSheet;
import cn.sunledger.annotate.content.UnsafeWorkbookException;
import cn.sunledger.model.CellRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.FilteringDirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;

/** An .xls file, and the WPS kinds that are the same inside; macros are kept and never run. */
public final class BiffWorkbook implements AnnotatableWorkbook {
  /** How programs call the stream that is the workbook. */
  private static final String[] STREAMS = {"Workbook", "WORKBOOK", "Book", "BOOK"};

  private final POIFSFileSystem files;
  private final HSSFWorkbook workbook;
  private final Map<OwnSheet.Role, String> own = new EnumMap<>(OwnSheet.Role.class);

  /**
   * Opens a workbook.
   *
   * @param file the file, an OLE2 container
   * @throws IOException where the file cannot be read
   * @throws UnsafeWorkbookException where it cannot be annotated without risk of harm
   */
  public BiffWorkbook(Path file) throws IOException {
    POIFSFileSystem opened = new POIFSFileSystem(file.toFile(), true);
    try {
      refuseUnsafe(opened.getRoot());
      workbook = new HSSFWorkbook(opened, true);
      findOwn();
    } catch (OldExcelFormatException e) {
      opened.close();
      throw new UnsafeWorkbookException("文件为 Excel 95 或更早的格式，请用 Excel 或 WPS 另存为 .xlsx 后再试", e);
    } catch (EncryptedDocumentException e) {
      opened.close();
      throw new UnsafeWorkbookException("文件有打开密码，请先去掉密码再试", e);
    } catch (IOException | UnsafeWorkbookException e) {
      opened.close();
      throw e;
    } catch (RuntimeException e) {
      opened.close();
      throw broken(e);
    }
    files = opened;
  }

  private static UnsafeWorkbookException broken(RuntimeException cause) {
    return new UnsafeWorkbookException("文件内部结构有误，请用 Excel 或 WPS 打开并另存为 .xlsx 后再试", cause);
  }

  private static void refuseUnsafe(DirectoryNode root) {
    if (root.hasEntry("EncryptedPackage")) {
      throw new UnsafeWorkbookException("文件有打开密码，请先去掉密码再试");
    }
    if (root.hasEntry("_signatures") || root.hasEntry("_xmlsignatures")) {
      throw new UnsafeWorkbookException("文件带有数字签名，改动后签名会失效，请先移除签名或另存副本后再试");
    }
    if (Stream.of(STREAMS).noneMatch(root::hasEntry)) {
      throw new UnsafeWorkbookException("不是 Excel 工作簿，请用 Excel 或 WPS 打开并另存为 .xlsx 后再试");
    }
    if (root.hasEntry("Revision Log")) {
      throw new UnsafeWorkbookException("文件是带修订记录的共享工作簿，请先取消共享再试");
    }
  }

  private void findOwn() {
    for (HSSFName name : workbook.getAllNames()) {
      for (OwnSheet.Role role : OwnSheet.Role.values()) {
        if (name.getSheetIndex() < 0 && role.mark().equals(name.getNameName())) {
          HSSFSheet sheet = workbook.getSheet(sheetOf(name));
          if (sheet != null) {
            own.put(role, sheet.getSheetName());
          }
        }
      }
    }
  }

  private static String sheetOf(HSSFName name) {
    String formula = name.getRefersToFormula();
    if (formula == null || formula.contains("#REF")) {
      return "";
    }
    String sheet = new CellReference(formula).getSheetName();
    return sheet == null ? "" : sheet;
  }

  @Override
  public FormerAnnotation former() {
    Map<OwnSheet.Role, List<Map<Integer, String>>> rows = new EnumMap<>(OwnSheet.Role.class);
    own.forEach((role, name) -> rows.put(role, texts(workbook.getSheet(name))));
    return new FormerAnnotation(own, rows);
  }

  private static List<Map<Integer, String>> texts(HSSFSheet sheet) {
    List<Map<Integer, String>> rows = new ArrayList<>();
    for (Row row : sheet) {
      Map<Integer, String> texts = new TreeMap<>();
      for (Cell cell : row) {
        StoredCell stored = stored((HSSFCell) cell);
        String text = stored.number() ? NumberTexts.plain(stored.text()) : stored.text();
        if (!text.isEmpty() && cell.getColumnIndex() < OwnSheet.MARKS_FROM) {
          texts.put(cell.getColumnIndex(), text);
        }
      }
      if (!texts.isEmpty()) {
        rows.add(texts);
      }
    }
    return rows;
  }

  @Override
  public List<String> foreignSheets() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      if (!own.containsValue(workbook.getSheetName(i))) {
        names.add(workbook.getSheetName(i));
      }
    }
    return names;
  }

  @Override
  public Map<CellRef, StoredCell> stored(Set<CellRef> cells) {
    Map<CellRef, StoredCell> stored = new HashMap<>();
    for (CellRef each : cells) {
      HSSFSheet sheet = workbook.getSheet(each.sheet());
      Row row = sheet == null ? null : sheet.getRow(each.row());
      Cell cell = row == null ? null : row.getCell(each.column());
      if (cell != null) {
        stored.put(each, stored((HSSFCell) cell));
      }
    }
    return stored;
  }

  private static StoredCell stored(HSSFCell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC ->
          new StoredCell(
              true,
              new java.math.BigDecimal(Double.toString(cell.getNumericCellValue()))
                  .toPlainString());
      case STRING -> new StoredCell(false, cell.getRichStringCellValue().getString());
      default -> new StoredCell(false, "");
    };
  }

  @Override
  public boolean drawsCharts() {
    return false;
  }

  @Override
  public void write(OwnContent content, Path target) throws IOException {
    try {
      Map<String, Long> before = BiffProof.of(workbook, own.values());
      change(content);
      try (OutputStream out = Files.newOutputStream(target);
          POIFSFileSystem written = new POIFSFileSystem()) {
        streams(written);
        written.writeFilesystem(out);
      }
      prove(before, target);
    } catch (UnsafeWorkbookException e) {
      throw e;
    } catch (RuntimeException e) {
      // POI meets records it does not expect in many ways
      throw broken(e);
    }
  }

  /**
   * Every stream but the workbook's own goes as it is: macros, embedded files, properties. POI's
   * own way of writing would write the properties anew.
   */
  private void streams(POIFSFileSystem written) throws IOException {
    FilteringDirectoryNode others = new FilteringDirectoryNode(files.getRoot(), List.of(STREAMS));
    EntryUtils.copyNodes(others, new FilteringDirectoryNode(written.getRoot(), List.of()));
    written.getRoot().setStorageClsid(files.getRoot().getStorageClsid());
    String name =
        Stream.of(STREAMS).filter(files.getRoot()::hasEntry).findFirst().orElse(STREAMS[0]);
    written.createDocument(new ByteArrayInputStream(workbook.getBytes()), name);
  }

  private void change(OwnContent content) {
    BiffRepair.prepare(workbook.getInternalWorkbook());
    BiffStyles styles = new BiffStyles(workbook);
    int active = workbook.getActiveSheetIndex();
    String activeName = active < 0 ? "" : workbook.getSheetName(active);
    OwnSheet.Role activeRole =
        own.keySet().stream()
            .filter(role -> own.get(role).equals(activeName))
            .findFirst()
            .orElse(null);
    BiffMarks marks = new BiffMarks(workbook, styles);
    marks.remove(own);
    removeOwn();
    List<BiffMarks.Memory> memories = marks.write(content);
    new BiffSheets(workbook, styles).write(content.sheets(), memories, activeRole);
  }

  private static void prove(Map<String, Long> before, Path target) throws IOException {
    try (POIFSFileSystem written = new POIFSFileSystem(target.toFile(), true);
        HSSFWorkbook again = new HSSFWorkbook(written, true)) {
      Map<String, Long> after = BiffProof.of(again, List.of());
      if (!after.entrySet().containsAll(before.entrySet())) {
        throw new UnsafeWorkbookException("文件内部结构特殊，改写可能损坏原有内容，请用 Excel 或 WPS 另存为 .xlsx 后再试");
      }
    }
  }

  private void removeOwn() {
    for (OwnSheet.Role role : own.keySet()) {
      HSSFName name = workbook.getName(role.mark());
      if (name != null) {
        workbook.removeName(name);
      }
    }
    for (String name : own.values()) {
      int place = workbook.getSheetIndex(name);
      // POI would leave the names of the sheet to the whole workbook
      for (HSSFName each : List.copyOf(workbook.getAllNames())) {
        if (each.getSheetIndex() == place) {
          workbook.removeName(each);
        }
      }
      workbook.removeSheetAt(place);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
    files.close();
  }
}
