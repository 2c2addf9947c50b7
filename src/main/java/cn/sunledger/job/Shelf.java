package cn.sunledger.job;

import cn.sunledger.model.Disclosure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Workbooks at hand: hundreds are paired by what stands on their spines, and only the last few that
 * were opened stay open.
 */
final class Shelf {
  private static final int OPEN = 16;

  private final DisclosureReader reader;
  private final Map<Path, ReadWorkbook> open =
      new LinkedHashMap<>(OPEN * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ReadWorkbook> eldest) {
          return size() > OPEN;
        }
      };

  Shelf(DisclosureReader reader) {
    this.reader = reader;
  }

  /** Puts a workbook on the shelf and gives its spine: whose it is, and of which year and kind. */
  ReadWorkbook put(ReadWorkbook workbook) {
    open.put(workbook.path(), workbook);
    Disclosure whole = workbook.disclosure();
    return new ReadWorkbook(
        workbook.path(),
        workbook.name(),
        new Disclosure(
            whole.file(),
            whole.document(),
            whole.year(),
            whole.unitCode(),
            whole.unitName(),
            List.of(),
            List.of(),
            List.of()),
        Map.of());
  }

  /** The whole workbooks of a set of spines. */
  Pairing.WorkbookSet open(Pairing.WorkbookSet spines) throws FailedException {
    ReadWorkbook current = open(spines.current());
    Optional<ReadWorkbook> budget = open(spines.budget());
    Optional<ReadWorkbook> previous = open(spines.previous());
    List<ReadWorkbook> related = new java.util.ArrayList<>();
    for (ReadWorkbook each : spines.related()) {
      related.add(open(each));
    }
    return new Pairing.WorkbookSet(current, budget, previous, related, spines.partnerOnly());
  }

  private Optional<ReadWorkbook> open(Optional<ReadWorkbook> spine) throws FailedException {
    return spine.isEmpty() ? Optional.empty() : Optional.of(open(spine.get()));
  }

  private ReadWorkbook open(ReadWorkbook spine) throws FailedException {
    ReadWorkbook known = open.get(spine.path());
    if (known == null) {
      known = DisclosureJob.read(reader, spine.path(), spine.name());
      open.put(spine.path(), known);
    }
    return known;
  }
}
