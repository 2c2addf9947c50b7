package cn.sunledger.samples;

import cn.sunledger.profile.YamlValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * One table as a grid: the printed texts and what the sidecar says of them.
 *
 * @param sheetName the sheet's name
 * @param title the title as printed, empty where none is printed
 * @param tableNumber 表号 as printed, e.g. 公开01表
 * @param rows the cells' texts, row by row, all rows equally long
 * @param merges the merged regions, zero-based
 * @param headerRows first and last zero-based row of the header; none where the sidecar says none
 * @param unit the unit of its amounts, empty where the sidecar says none
 * @param year its year, 0 where the sidecar says none
 * @param firstDataRow zero-based row where the numbers begin
 * @param lastDataRow zero-based row where they end
 * @param noteRows zero-based rows of 注 under the table
 * @param numberColumns zero-based columns that hold numbers
 * @param numberFormat the numbers' format
 * @param overrides other formats of some cells
 * @param counts the sidecar's own counts, against which the grid is checked
 */
record SampleGrid(
    String sheetName,
    String title,
    String tableNumber,
    List<List<String>> rows,
    List<CellRangeAddress> merges,
    List<Integer> headerRows,
    String unit,
    int year,
    int firstDataRow,
    int lastDataRow,
    Set<Integer> noteRows,
    Set<Integer> numberColumns,
    String numberFormat,
    List<Override> overrides,
    Counts counts) {

  private static final Pattern NUMBER = Pattern.compile("^-?\\d+(\\.\\d+)?$");
  private static final String TEXT_FORMAT = "text";
  private static final Pattern SIGNED = Pattern.compile("(填表人：|负责人：)[^\\s]+");
  private static final Pattern TELEPHONE = Pattern.compile("(电话：)[0-9－-]+");

  /**
   * A format that differs from the table's.
   *
   * @param region where it holds
   * @param wholeColumn whether it holds in the rows of numbers of a column only
   * @param format the format; {@code text} for cells that stay text
   */
  record Override(CellRangeAddress region, boolean wholeColumn, String format) {}

  /**
   * What a sidecar says of its grid's size.
   *
   * @param rows how many rows
   * @param columns how many columns
   * @param filled how many cells are not blank
   * @param numeric how many cells are numbers
   */
  record Counts(int rows, int columns, int filled, int numeric) {}

  /**
   * All grids of a folder, in the order of their file names.
   *
   * @param folder holds {@code *.tsv} with a {@code *.json} beside each
   */
  static List<SampleGrid> readFolder(Path folder) throws IOException {
    // paired by order: where the locale is no UTF-8 one, a Chinese name cannot be taken apart
    List<Path> tables = files(folder, ".tsv");
    List<Path> sidecars = files(folder, ".json");
    if (tables.size() != sidecars.size()) {
      throw new IOException("a table without a sidecar in " + folder);
    }
    List<SampleGrid> grids = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      grids.add(read(tables.get(i), sidecars.get(i)));
    }
    return grids;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static SampleGrid read(Path tsv, Path sidecar) throws IOException {
    YamlValue root = YamlValue.parse(sidecar.getFileName().toString(), Files.readString(sidecar));
    Map<String, YamlValue> entries = root.entries();
    Set<Integer> numberColumns = new HashSet<>();
    for (String column : root.required(entries, "number_columns").texts()) {
      numberColumns.add(CellReference.convertColStringToIndex(column));
    }
    Set<Integer> noteRows = new HashSet<>();
    for (String row : root.required(entries, "note_rows").texts()) {
      noteRows.add(Integer.valueOf(row));
    }
    List<CellRangeAddress> merges =
        root.required(entries, "merges").texts().stream().map(CellRangeAddress::valueOf).toList();
    return new SampleGrid(
        root.required(entries, "sheet_name").text(),
        root.required(entries, "title_as_printed").text(),
        root.required(entries, "table_no").text(),
        cells(tsv),
        merges,
        headerRows(entries),
        entries.containsKey("unit") ? entries.get("unit").text() : "",
        entries.containsKey("year") ? Integer.parseInt(entries.get("year").text()) : 0,
        Integer.parseInt(root.required(entries, "first_data_row").text()),
        Integer.parseInt(root.required(entries, "last_data_row").text()),
        Set.copyOf(noteRows),
        Set.copyOf(numberColumns),
        root.required(entries, "number_format").text(),
        overrides(root.required(entries, "number_format_overrides")),
        counts(root, entries));
  }

  private static List<Integer> headerRows(Map<String, YamlValue> entries) {
    YamlValue rows = entries.get("header_rows");
    return rows == null ? List.of() : rows.texts().stream().map(Integer::valueOf).toList();
  }

  private static Counts counts(YamlValue root, Map<String, YamlValue> entries) {
    return new Counts(
        Integer.parseInt(root.required(entries, "rows").text()),
        Integer.parseInt(root.required(entries, "cols").text()),
        Integer.parseInt(root.required(entries, "nonblank_cells").text()),
        Integer.parseInt(root.required(entries, "numeric_cells").text()));
  }

  private static List<List<String>> cells(Path tsv) throws IOException {
    String text = Files.readString(tsv, StandardCharsets.UTF_8);
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    for (String line : text.stripTrailing().split("\n", -1)) {
      List<String> row =
          Arrays.stream(line.split("\t", -1))
              .map(SampleGrid::unescaped)
              .map(SampleGrid::masked)
              .toList();
      width = Math.max(width, row.size());
      rows.add(new ArrayList<>(row));
    }
    for (List<String> row : rows) {
      while (row.size() < width) {
        row.add("");
      }
    }
    return rows.stream().map(List::copyOf).toList();
  }

  private static String unescaped(String cell) {
    return cell.replace("\\n", "\n");
  }

  private static String masked(String cell) {
    String named = SIGNED.matcher(cell).replaceAll("$1***");
    return TELEPHONE.matcher(named).replaceAll("$1********");
  }

  private static List<Override> overrides(YamlValue list) {
    List<Override> overrides = new ArrayList<>();
    for (YamlValue element : list.list()) {
      Map<String, YamlValue> entry = element.entries();
      String format = element.required(entry, "format").text();
      if (entry.containsKey("column")) {
        int column = CellReference.convertColStringToIndex(entry.get("column").text());
        overrides.add(new Override(new CellRangeAddress(0, 0xFFFF, column, column), true, format));
      } else if (entry.containsKey("range")) {
        overrides.add(
            new Override(CellRangeAddress.valueOf(entry.get("range").text()), false, format));
      } else {
        for (String cell : element.required(entry, "cells").texts()) {
          overrides.add(new Override(CellRangeAddress.valueOf(cell), false, format));
        }
      }
    }
    return List.copyOf(overrides);
  }

  /** How many columns the grid has. */
  int width() {
    return rows.get(0).size();
  }

  /** A cell's printed text, empty for a blank cell. */
  String text(int row, int column) {
    return rows.get(row).get(column);
  }

  /** Whether a cell is a number; codes, percentages and scores with a unit are text. */
  boolean isNumber(int row, int column) {
    if (!NUMBER.matcher(text(row, column)).matches()) {
      return false;
    }
    Override override = override(row, column);
    if (override != null && !override.wholeColumn()) {
      return !override.format().equals(TEXT_FORMAT);
    }
    return numberColumns.contains(column) && row >= firstDataRow && row <= lastDataRow;
  }

  /** The number format of a numeric cell. */
  String format(int row, int column) {
    Override override = override(row, column);
    return override == null ? numberFormat : override.format();
  }

  private Override override(int row, int column) {
    Override found = null;
    for (Override override : overrides) {
      boolean here =
          override.region().isInRange(row, column)
              && (!override.wholeColumn() || (row >= firstDataRow && row <= lastDataRow));
      if (here && (found == null || found.wholeColumn())) {
        found = override;
      }
    }
    return found;
  }

  /** Whether the numbers are scattered over a form instead of standing under one header. */
  boolean isForm() {
    return numberFormat.equals("General");
  }

  /** The zero-based first row of the ruled table: what follows the lines of title, 表号 and 单位. */
  int tableTop() {
    int row = 0;
    while (isPreamble(row)) {
      row++;
    }
    return row;
  }

  private boolean isPreamble(int row) {
    return rows.get(row).stream()
        .anyMatch(
            cell ->
                !cell.isEmpty()
                    && (cell.equals(title) || cell.equals(tableNumber) || cell.contains("单位：")));
  }

  /** The zero-based last row of the ruled table. */
  int tableBottom() {
    return lastDataRow;
  }

  /** The merged region a cell lies in, or null. */
  CellRangeAddress merge(int row, int column) {
    for (CellRangeAddress merge : merges) {
      if (merge.isInRange(row, column)) {
        return merge;
      }
    }
    return null;
  }
}
