package cn.sunledger.annotate;

import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.FormerAnnotation;
import cn.sunledger.annotate.content.FormerTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * 用户填写的内容: what a user wrote into a workbook that was annotated earlier.
 *
 * @param answers answers in 待填事项 by the key of their item
 * @param opinions 处理意见 in 核对结果 by rule and first cell of their finding
 * @param ownSheets names of the sheets that sunledger wrote, which are no tables of the user's
 */
public record ManualAnswers(
    Map<String, String> answers, Map<String, String> opinions, List<String> ownSheets) {
  /** Copies the collections. */
  public ManualAnswers {
    answers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(answers));
    opinions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(opinions));
    ownSheets = List.copyOf(ownSheets);
  }

  /**
   * Reads a workbook; one that was never annotated gives nothing.
   *
   * @param file an .xlsx, .xlsm or .xls file
   * @throws AnnotationException where the file cannot be read
   */
  public static ManualAnswers read(Path file) throws AnnotationException {
    return WorkbookOpener.with(file, workbook -> of(workbook.former()));
  }

  static ManualAnswers of(FormerAnnotation former) {
    return new ManualAnswers(
        FormerTexts.answers(former),
        FormerTexts.opinions(former),
        former.names().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
  }

  static ManualAnswers of(AnnotatableWorkbook workbook) throws java.io.IOException {
    return of(workbook.former());
  }
}
