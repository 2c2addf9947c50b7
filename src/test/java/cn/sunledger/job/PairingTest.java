package cn.sunledger.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.DocumentKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final DocumentKind BUDGET = DocumentKind.DEPARTMENT_BUDGET;
  private static final DocumentKind FINAL = DocumentKind.DEPARTMENT_FINAL_ACCOUNTS;

  private final ReadWorkbook final23 = file("决算2023.xlsx", FINAL, 2023, "", "甲局");
  private final ReadWorkbook budget23 = file("预算2023.xlsx", BUDGET, 2023, "", "甲 局");
  private final ReadWorkbook final22 = file("决算2022.xlsx", FINAL, 2022, "", "甲局");
  private final ReadWorkbook other23 = file("乙决算2023.xlsx", FINAL, 2023, "", "乙局");

  @Test
  void budgetAndLastYearAreFoundAmongTheFiles() {
    Pairing pairing = pair(other23, final22, final23, budget23);

    assertEquals(
        List.of(
            "乙决算2023.xlsx",
            "决算2022.xlsx (partner only)",
            "决算2023.xlsx 预算2023.xlsx 决算2022.xlsx",
            "预算2023.xlsx (partner only)"),
        described(pairing));
    assertEquals(List.of(), pairing.remarks());
    assertEquals(List.of(), pairing.sets().get(0).related());
    assertEquals(List.of(budget23, final22), pairing.sets().get(2).related());
  }

  @Test
  void lastYearHasItsOwnLastYear() {
    ReadWorkbook final21 = file("决算2021.xlsx", FINAL, 2021, "", "甲局");

    assertEquals(
        List.of(
            "决算2021.xlsx (partner only)", "决算2023.xlsx - 决算2022.xlsx", "决算2022.xlsx - 决算2021.xlsx"),
        described(pair(final21, final23, final22)));
  }

  @Test
  void twoCandidatesAreNoneUntilSomebodySaysWhich() {
    ReadWorkbook again = file("预算2023（调整）.xlsx", BUDGET, 2023, "", "甲局");
    Pairing pairing = pair(final23, budget23, again);

    assertEquals("决算2023.xlsx", described(pairing).get(0));
    assertEquals(
        List.of("《决算2023.xlsx》的年初预算有 2 份（预算2023.xlsx、预算2023（调整）.xlsx），请用 --budget 指明一份；这次没有使用。"),
        pairing.remarks());
    assertEquals(
        "决算2023.xlsx 预算2023（调整）.xlsx -",
        described(Pairing.of(List.of(final23, budget23), Optional.of(again), Optional.empty()))
            .get(0));
  }

  @Test
  void whatIsSaidCountsForTheOnlyFileWhateverItIs() {
    ReadWorkbook nameless = file("无单位.xlsx", FINAL, 2023, "", "");
    Pairing pairing = Pairing.of(List.of(nameless), Optional.of(final22), Optional.of(budget23));

    assertEquals(List.of("无单位.xlsx 决算2022.xlsx 预算2023.xlsx"), described(pairing));
    assertEquals(
        List.of(
            "作为年初预算的《决算2022.xlsx》看来是部门决算，不是部门预算，请核对。", "作为上年工作簿的《预算2023.xlsx》看来是部门预算，不是部门决算，请核对。"),
        pairing.remarks());
  }

  @Test
  void whatIsSaidDoesNotReachOtherUnits() {
    Pairing pairing =
        Pairing.of(List.of(final23, other23), Optional.of(budget23), Optional.empty());

    assertEquals(List.of("决算2023.xlsx 预算2023.xlsx -", "乙决算2023.xlsx"), described(pairing));
  }

  @Test
  void namelessWorkbooksAreNotGuessedAt() {
    ReadWorkbook one = file("一.xlsx", FINAL, 2023, "", "");
    ReadWorkbook two = file("二.xlsx", BUDGET, 2023, "", "");

    assertEquals(List.of("一.xlsx", "二.xlsx"), described(pair(one, two)));
  }

  @Test
  void codesTellUnitsApartAndDepartmentsTogether() {
    ReadWorkbook department = file("部门.xlsx", FINAL, 2023, "010", "省局");
    ReadWorkbook unit = file("单位.xlsx", FINAL, 2023, "010001", "省局");
    ReadWorkbook unitBudget = file("单位预算.xlsx", BUDGET, 2023, "010001", "省局机关");
    Pairing pairing = pair(department, unit, unitBudget);

    assertEquals(
        List.of("部门.xlsx", "单位.xlsx 单位预算.xlsx -", "单位预算.xlsx (partner only)"), described(pairing));
    assertEquals(List.of(unit, unitBudget), pairing.sets().get(0).related());
  }

  private static Pairing pair(ReadWorkbook... files) {
    return Pairing.of(List.of(files), Optional.empty(), Optional.empty());
  }

  private static List<String> described(Pairing pairing) {
    return pairing.sets().stream()
        .map(
            set ->
                set.partnerOnly()
                    ? set.current().name() + " (partner only)"
                    : set.budget().isEmpty() && set.previous().isEmpty()
                        ? set.current().name()
                        : set.current().name()
                            + " "
                            + set.budget().map(ReadWorkbook::name).orElse("-")
                            + " "
                            + set.previous().map(ReadWorkbook::name).orElse("-"))
        .toList();
  }

  private static ReadWorkbook file(
      String name, DocumentKind kind, int year, String code, String unit) {
    Disclosure disclosure =
        new Disclosure(name, kind, Optional.of(year), code, unit, List.of(), List.of(), List.of());
    return new ReadWorkbook(Path.of(name), name, disclosure, Map.of());
  }

  /** What a person corrects on the page. */
  @Test
  void aChosenPartnerTakesThePlaceOfTheOneThatWasFound() {
    ReadWorkbook adjusted = file("预算2023（调整）.xlsx", BUDGET, 2023, "", "甲局");
    Pairing pairing =
        Pairing.among(
            List.of(final23, budget23, adjusted, final22), new Pairing.WayOut("请选一份", "请选一份"));
    assertEquals(
        List.of("《决算2023.xlsx》的年初预算有 2 份（预算2023.xlsx、预算2023（调整）.xlsx），请选一份；这次没有使用。"),
        pairing.remarks());

    Pairing.WorkbookSet found = pairing.sets().get(0);
    Pairing.WorkbookSet chosen = found.with(Optional.of(other23), Optional.empty());
    assertEquals(Optional.of(other23), chosen.budget());
    assertEquals(Optional.empty(), chosen.previous());
    assertEquals(List.of(other23, final22, budget23, adjusted), chosen.related());
    Pairing.WorkbookSet none = chosen.with(Optional.empty(), Optional.empty());
    assertEquals(List.of(final22, budget23, adjusted), none.related());
    Pairing.WorkbookSet partner = pairing.sets().get(3);
    assertEquals(true, partner.partnerOnly());
    assertEquals(false, partner.with(Optional.of(budget23), Optional.empty()).partnerOnly());
  }
}
