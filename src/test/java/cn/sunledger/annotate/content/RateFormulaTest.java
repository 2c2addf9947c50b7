package cn.sunledger.annotate.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateFormulaTest {
  private static Optional<Rate> percent(String value) {
    return Optional.of(new Rate.Percent(new BigDecimal(value)));
  }

  private static RateFormula.Quotient quotient(String part, String base, String at) {
    return new RateFormula.Quotient("E5", new BigDecimal(part), at, new BigDecimal(base));
  }

  private static CellContent formula(String expression, String value) {
    return new CellContent.Formula(expression, Optional.of(new BigDecimal(value)), value);
  }

  @Test
  void theFirstBaseThatGivesTheRateIsTaken() {
    List<RateFormula.Quotient> bases =
        List.of(quotient("1435.88", "1365.06", "C5"), quotient("1435.88", "1500.00", "D5"));
    assertEquals(
        formula("IF(C5=0,\"—\",ROUND(E5/C5,4))", "1.0519"),
        RateFormula.of(percent("105.19"), bases));
    assertEquals(
        formula("IF(D5=0,\"—\",ROUND(E5/D5,3))", "0.957"), RateFormula.of(percent("95.7"), bases));
  }

  @Test
  void aRateThatNoBaseGivesStandsAsItIs() {
    assertEquals(
        new CellContent.Figure(new BigDecimal("0.1234")),
        RateFormula.of(percent("12.34"), List.of(quotient("1", "2", "C5"))));
    assertEquals(new CellContent.Empty(), RateFormula.of(Optional.empty(), List.of()));
    assertEquals(
        CellContent.Words.of("—"), RateFormula.of(Optional.of(new Rate.NoBase()), List.of()));
  }

  @Test
  void aZeroBaseGivesNoRateButComputesWhenItIsFilled() {
    assertEquals(
        new CellContent.Formula("IF(C5=0,\"—\",ROUND(E5/C5,4))", Optional.empty(), "—"),
        RateFormula.of(Optional.of(new Rate.NoBase()), List.of(quotient("3", "0.00", "C5"))));
  }

  @Test
  void aNegativeBaseIsTakenByItsSizeWhereTheRateWas() {
    assertEquals(
        formula("IF(C5=0,\"—\",ROUND(E5/ABS(C5),4))", "1.5000"),
        RateFormula.of(percent("150.00"), List.of(quotient("3", "-2", "C5"))));
    assertEquals(
        formula("IF(C5=0,\"—\",ROUND(E5/C5,4))", "-1.5000"),
        RateFormula.of(percent("-150.00"), List.of(quotient("3", "-2", "C5"))));
  }
}
