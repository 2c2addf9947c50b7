package cn.sunledger.serve;

import cn.sunledger.job.ReadWorkbook;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import cn.sunledger.model.Severity;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.report.CheckText;
import cn.sunledger.serve.DroppedFile.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The files of a page, how far each has come, and what each is compared with. */
public final class FilesView {
  /** Those of one unit stand together, the later year first, what explains a workbook behind it. */
  private static final Comparator<DroppedFile> ORDER =
      Comparator.<DroppedFile, Boolean>comparing(DroppedFile::narrative)
          .thenComparing(file -> file.read == null ? "\uFFFF" : file.read.disclosure().unitName())
          .thenComparing(file -> file.set != null && file.set.partnerOnly())
          .thenComparing(file -> file.read == null ? 0 : -file.read.disclosure().year().orElse(0));

  private final Desk desk;
  private final List<DroppedFile> files;

  FilesView(Desk desk) {
    this.desk = desk;
    this.files = desk.files();
  }

  /**
   * What can be chosen as a partner.
   *
   * @param value what is sent: {@code auto}, {@code none} or a file's id
   * @param label what is shown
   * @param selected whether it is in force
   */
  public record Option(String value, String label, boolean selected) {}

  /**
   * A partner.
   *
   * @param role the word for it in a request
   * @param label what it is called
   * @param found whether there is one
   * @param options what can be chosen
   */
  public record Partner(String role, String label, boolean found, List<Option> options) {}

  /**
   * One file.
   *
   * @param id its id
   * @param name its name
   * @param narrative whether it is a text
   * @param state the word for how far it has come
   * @param stateTitle the same for people
   * @param busy whether it is being worked on
   * @param ready whether there is a result
   * @param about whose it is, of which year and kind
   * @param sentence verdict or fault
   * @param errors how many errors; of a text, wrong claims
   * @param warnings how many warnings; of a text, rounding differences
   * @param infos how many hints; of a text, flaws of wording
   * @param partners what it is compared with
   */
  public record Row(
      String id,
      String name,
      boolean narrative,
      String state,
      String stateTitle,
      boolean busy,
      boolean ready,
      String about,
      String sentence,
      int errors,
      int warnings,
      int infos,
      List<Partner> partners) {}

  List<Row> rows() {
    synchronized (desk) {
      return files.stream().sorted(ORDER).map(this::row).toList();
    }
  }

  private Row row(DroppedFile file) {
    Optional<CheckReport> report = file.ready().map(Outcome::report);
    Optional<VerifyReport> claims = file.checked().map(TextOutcome::report);
    return new Row(
        file.id(),
        file.name(),
        file.narrative(),
        file.state.name().toLowerCase(java.util.Locale.ROOT),
        file.state.title(),
        file.state.busy(),
        report.isPresent() || claims.isPresent(),
        about(file),
        report
            .map(CheckText::verdict)
            .or(() -> claims.map(FilesView::verdict))
            .orElse(file.sentence),
        count(report, claims, Severity.ERROR, found -> found.count(ClaimVerdict.WRONG)),
        count(report, claims, Severity.WARNING, found -> found.count(ClaimVerdict.ROUNDING)),
        count(report, claims, Severity.INFO, found -> found.remarks().size()),
        partners(file));
  }

  private static int count(
      Optional<CheckReport> report,
      Optional<VerifyReport> claims,
      Severity severity,
      ToIntFunction<VerifyReport> ofText) {
    return report
        .map(found -> found.count(severity))
        .or(() -> claims.map(ofText::applyAsInt))
        .orElse(0);
  }

  /** The verdict on a text in one sentence. */
  static String verdict(VerifyReport report) {
    return "共 "
        + report.claims().size()
        + " 处说法：一致 "
        + report.count(ClaimVerdict.OK)
        + "，不一致 "
        + report.count(ClaimVerdict.WRONG)
        + "，尾数差异 "
        + report.count(ClaimVerdict.ROUNDING)
        + "，无法核对 "
        + report.count(ClaimVerdict.UNVERIFIABLE)
        + (report.remarks().isEmpty() ? "。" : "；另有行文问题 " + report.remarks().size() + " 处。");
  }

  private static String about(DroppedFile file) {
    if (file.narrative()) {
      return "情况说明";
    }
    return file.read == null ? "" : about(file.read.disclosure());
  }

  /** Whose a workbook is, of which year and kind. */
  static String about(Disclosure disclosure) {
    List<String> parts = new ArrayList<>();
    if (!disclosure.unitName().isEmpty()) {
      parts.add(disclosure.unitName());
    }
    disclosure.year().ifPresent(year -> parts.add(year + " 年度"));
    parts.add(disclosure.document().title());
    return String.join(" · ", parts);
  }

  private List<Partner> partners(DroppedFile file) {
    if (!file.readable()) {
      return List.of();
    }
    if (file.narrative()) {
      Optional<DroppedFile> found = file.checked().map(TextOutcome::workbook);
      return List.of(partner(file, "workbook", "对照", file.workbook, found.map(DroppedFile::id)));
    }
    List<Partner> partners = new ArrayList<>();
    if (file.set == null || file.read.disclosure().document().isPerformance()) {
      return partners;
    }
    if (file.read.disclosure().document() == DocumentKind.DEPARTMENT_FINAL_ACCOUNTS) {
      partners.add(partner(file, "budget", "年初预算", file.budget, id(file.set.budget())));
    }
    partners.add(partner(file, "previous", "上年", file.previous, id(file.set.previous())));
    return partners;
  }

  private Optional<String> id(Optional<ReadWorkbook> read) {
    return files.stream()
        .filter(file -> read.isPresent() && file.read == read.get())
        .map(DroppedFile::id)
        .findFirst();
  }

  private Partner partner(
      DroppedFile file, String role, String label, Choice choice, Optional<String> inForce) {
    List<Option> options = new ArrayList<>();
    String found = choice.chosen() ? "自动" : inForce.map(id -> "自动：" + name(id)).orElse("自动：没有找到");
    options.add(new Option("auto", found, !choice.chosen()));
    options.add(new Option("none", "不用", choice.chosen() && choice.file().isEmpty()));
    for (DroppedFile other : files) {
      if (other != file && !other.narrative() && other.readable()) {
        options.add(new Option(other.id(), other.name(), choice.file().equals(other.id())));
      }
    }
    return new Partner(role, label, inForce.isPresent(), options);
  }

  private String name(String id) {
    return files.stream()
        .filter(file -> file.id().equals(id))
        .map(DroppedFile::name)
        .findFirst()
        .orElse("");
  }
}
