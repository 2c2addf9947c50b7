package cn.sunledger.annotate.biff;

import java.util.List;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.model.WorkbookRecordList;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CountryRecord;
import org.apache.poi.hssf.record.DrawingGroupRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.TabIdRecord;

/**
 * Gives a workbook the records that POI takes for granted. Other programs leave some out or write
 * them elsewhere; POI would then put a new drawing group in front of the workbook's first record,
 * or count fonts and styles from a wrong place.
 */
final class BiffRepair {
  private BiffRepair() {}

  /** Prepares a workbook for new sheets and new drawings. */
  static void prepare(InternalWorkbook workbook) {
    tabs(workbook);
    workbook.findDrawingGroup();
    if (workbook.getDrawingManager() == null) {
      drawings(workbook);
    }
  }

  private static void tabs(InternalWorkbook workbook) {
    WorkbookRecordList records = workbook.getWorkbookRecordList();
    int tab = place(records.getRecords(), TabIdRecord.class);
    if (tab < 0) {
      records.add(1, new TabIdRecord());
      tab = 1;
    }
    records.setTabpos(tab);
  }

  private static void drawings(InternalWorkbook workbook) {
    WorkbookRecordList records = workbook.getWorkbookRecordList();
    workbook.createDrawingGroup();
    int put = place(records.getRecords(), DrawingGroupRecord.class);
    if (put < 0) {
      return;
    }
    Record group = records.getRecords().remove(put);
    int country = place(records.getRecords(), CountryRecord.class);
    int sheet = place(records.getRecords(), BoundSheetRecord.class);
    records.add(Math.max(country, sheet) + 1, group);
  }

  /** The place of the last record of a kind; -1 where there is none. */
  private static int place(List<Record> records, Class<? extends Record> kind) {
    for (int i = records.size() - 1; i >= 0; i--) {
      if (kind.isInstance(records.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
