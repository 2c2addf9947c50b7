package cn.sunledger.annotate;

import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Finding;
import cn.sunledger.model.Narrative;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.io.TempDir;

/** The sample of Changsha, to be annotated and looked at. */
abstract class AnnotatedSample {
  static final List<String> OWN = List.of("核对结果", "执行率与同比", "情况说明", "待填事项");
  static final CheckReport NOTHING = new CheckReport(List.of(), List.of(), 412, 412);

  @TempDir Path folder;

  static Path sample(String kind) {
    return kind.equals("xls") ? Changsha.XLS : Changsha.FILE;
  }

  final Path annotate(Path input, String name, CheckReport report, Narrative narrative)
      throws Exception {
    Path output = folder.resolve(name);
    String file = input.getFileName().toString();
    Disclosure disclosure = Changsha.disclosure(input);
    new WorkbookAnnotator()
        .annotate(
            input,
            output,
            disclosure,
            report,
            Optional.of(Changsha.comparison(file)),
            Optional.of(narrative));
    return output;
  }

  final Path annotate(Path input, String name) throws Exception {
    return annotate(input, name, Changsha.report(), Changsha.narrative(""));
  }

  static Map<String, Set<String>> marked(CheckReport report) {
    Map<String, Set<String>> marked = new HashMap<>();
    List<Finding> all = new ArrayList<>(report.findings());
    report.findings().forEach(finding -> all.addAll(finding.symptoms()));
    all.stream()
        .flatMap(finding -> finding.cells().stream())
        .forEach(
            cell -> marked.computeIfAbsent(cell.sheet(), key -> new TreeSet<>()).add(cell.a1()));
    return marked;
  }

  static Map<String, Map<String, String>> facts(Path file, Map<String, Set<String>> marked)
      throws Exception {
    Map<String, Map<String, String>> facts = new TreeMap<>();
    try (Workbook workbook = open(file)) {
      for (Sheet sheet : workbook) {
        if (!OWN.contains(sheet.getSheetName())) {
          facts.put(
              sheet.getSheetName(),
              SheetFacts.of(sheet, marked.getOrDefault(sheet.getSheetName(), Set.of())));
        }
      }
    }
    return facts;
  }

  static Workbook open(Path file) throws Exception {
    return WorkbookFactory.create(file.toFile(), null, true);
  }

  interface Edit {
    void on(Workbook workbook);
  }

  final Path rewrite(Path file, String name, Edit edit) throws Exception {
    Path target = folder.resolve(name);
    try (InputStream in = Files.newInputStream(file);
        Workbook workbook = WorkbookFactory.create(in);
        OutputStream out = Files.newOutputStream(target)) {
      edit.on(workbook);
      workbook.write(out);
    }
    return target;
  }
}
