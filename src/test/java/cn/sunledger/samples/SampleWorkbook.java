package cn.sunledger.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A workbook of {@code sample-workbooks} and where its tables come from.
 *
 * @param file its file name; the ending chooses the format
 * @param seed the folder of the collection of published tables, or empty where the tables are
 *     recovered ones
 * @param recovered the folder of the recovered tables under the test resources, or empty
 * @param look how it looks
 * @param stackedOn the name of the one sheet that holds all its tables, or empty where each table
 *     has a sheet of its own
 */
record SampleWorkbook(String file, String seed, String recovered, Look look, String stackedOn) {
  static final Path COMMITTED = Path.of("sample-workbooks");
  private static final Path RECOVERED = Path.of("src", "test", "resources", "samples");

  static final List<SampleWorkbook> ALL =
      List.of(
          published("changsha-2023-final-accounts.xlsx", "001", Look.FINAL_ACCOUNTS),
          published("changsha-2023-final-accounts.xls", "001", Look.FINAL_ACCOUNTS),
          recovered("changsha-2023-budget", Look.FINAL_ACCOUNTS),
          recovered("changsha-2022-final-accounts", Look.FINAL_ACCOUNTS),
          published("hunan-2023-budget.xlsx", "000", Look.HUNAN_BUDGET),
          new SampleWorkbook(
              "hunan-2022-project-self-evaluation.xls", "002", "", Look.FORM, "项目支出绩效自评表"),
          published("pingshan-2023-budget.xlsx", "003", Look.SHENZHEN_BUDGET),
          recovered("pingshan-2022-budget", Look.SHENZHEN_BUDGET),
          published("zhanjiang-2023-performance-target.xlsx", "004", Look.FORM));

  private static SampleWorkbook published(String file, String seed, Look look) {
    return new SampleWorkbook(file, seed, "", look, "");
  }

  private static SampleWorkbook recovered(String name, Look look) {
    return new SampleWorkbook(name + ".xlsx", "", name, look, "");
  }

  /** Where the published tables lie on this machine, or empty where they are not at hand. */
  static Optional<Path> publishedTables() {
    String named = System.getenv("SUNLEDGER_SHARED");
    Path shared = named == null ? Path.of("..", "shared") : Path.of(named);
    return Optional.of(shared.resolve("seed-tables")).filter(path -> path.toFile().isDirectory());
  }

  /**
   * The tables in the order of the sheets, or empty where the published tables are not at hand.
   *
   * @throws IOException where a table cannot be read
   */
  Optional<List<SampleGrid>> grids() throws IOException {
    Optional<Path> folder =
        seed.isEmpty()
            ? Optional.of(RECOVERED.resolve(recovered))
            : publishedTables().map(tables -> tables.resolve(seed));
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(SampleGrid.readFolder(folder.orElseThrow()));
  }

  boolean isXls() {
    return file.endsWith(".xls");
  }

  boolean isStacked() {
    return !stackedOn.isEmpty();
  }
}
