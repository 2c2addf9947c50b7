package cn.sunledger.job;

import cn.sunledger.export.PackageSettings;
import java.nio.file.Path;

/**
 * What a bulk conversion shall do.
 *
 * @param out the folder for its results
 * @param settings what the results depend on
 * @param threads how many workbooks are worked on at once
 * @param resume whether results of an earlier run are taken over where the source is the same
 * @param force whether results that sunledger did not write may be overwritten
 * @param workbook whether the facts are also written as one workbook
 * @param cellsAtOnce how many cells of a sheet are in memory at a time
 */
public record ConversionOptions(
    Path out,
    PackageSettings settings,
    int threads,
    boolean resume,
    boolean force,
    boolean workbook,
    long cellsAtOnce) {
  /**
   * A cell takes some 200 bytes, its fact as much again: two such sheets fit in 256 MB. The tables
   * of a department have some hundred lines, so that none is ever read by pieces.
   */
  public static final long CELLS_AT_ONCE = 200_000;

  /**
   * Without a workbook, and with the usual number of cells.
   *
   * @param out the folder for its results
   * @param settings what the results depend on
   * @param threads how many workbooks are worked on at once
   * @param resume whether results of an earlier run are taken over where the source is the same
   * @param force whether results that sunledger did not write may be overwritten
   */
  public ConversionOptions(
      Path out, PackageSettings settings, int threads, boolean resume, boolean force) {
    this(out, settings, threads, resume, force, false, CELLS_AT_ONCE);
  }
}
