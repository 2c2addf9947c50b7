package cn.sunledger.export;

/**
 * What a conversion's results depend on besides its sources: only results of equal settings may be
 * taken over.
 *
 * @param version sunledger's version
 * @param templates which templates were in force
 * @param facts whether facts.csv is written
 * @param sheets whether the raw sheets are written
 * @param csv how CSV is written
 */
public record PackageSettings(
    String version, String templates, boolean facts, boolean sheets, CsvOptions csv) {}
