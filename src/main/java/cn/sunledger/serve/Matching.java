package cn.sunledger.serve;

import cn.sunledger.job.NarrativeMatch;
import cn.sunledger.job.Pairing;
import cn.sunledger.job.ReadWorkbook;
import cn.sunledger.serve.DroppedFile.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 配对: which file is compared with which, by what was found and what a person chose. The page that
 * the files are on guards them.
 */
final class Matching {
  private final Map<String, DroppedFile> files;

  /**
   * Of the files of a page.
   *
   * @param files by id
   */
  Matching(Map<String, DroppedFile> files) {
    this.files = files;
  }

  /** Whether something depends on the very same things as before. */
  static boolean same(List<Object> one, List<Object> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return !one.isEmpty();
  }

  /** What the result of a workbook depends on. */
  static List<Object> inputs(Pairing.WorkbookSet set) {
    List<Object> inputs = new ArrayList<>();
    inputs.add(set.current());
    inputs.add(set.budget().orElse(null));
    inputs.add(set.previous().orElse(null));
    inputs.addAll(set.related());
    return inputs;
  }

  /** What a file is compared with: what was found, unless somebody chose. */
  Pairing.WorkbookSet chosen(DroppedFile file, Pairing.WorkbookSet found) {
    if (!file.budget.chosen() && !file.previous.chosen()) {
      return found;
    }
    return found.with(
        file.budget.chosen() ? partner(file.budget) : found.budget(),
        file.previous.chosen() ? partner(file.previous) : found.previous());
  }

  private Optional<ReadWorkbook> partner(Choice choice) {
    return Optional.ofNullable(files.get(choice.file()))
        .filter(DroppedFile::readable)
        .map(file -> file.read);
  }

  /** The workbook that a text explains. */
  Optional<DroppedFile> workbookOf(DroppedFile text, List<DroppedFile> books) {
    return text.workbook.chosen()
        ? books.stream().filter(book -> book.id().equals(text.workbook.file())).findFirst()
        : matched(text, books);
  }

  private static Optional<DroppedFile> matched(DroppedFile text, List<DroppedFile> books) {
    List<DroppedFile> subjects = books.stream().filter(book -> !book.set.partnerOnly()).toList();
    if (subjects.size() == 1) {
      return Optional.of(subjects.get(0));
    }
    return new NarrativeMatch(text.path(), text.text)
        .among(books.stream().map(book -> book.set).toList())
        .flatMap(set -> books.stream().filter(book -> book.set == set).findFirst());
  }
}
