package cn.sunledger.export;

import java.io.IOException;
import java.util.List;

/** Checked workbooks that come one after the other, so that none needs to be kept. */
@FunctionalInterface
public interface CheckedFiles {
  /**
   * Hands over each workbook as soon as it is checked.
   *
   * @param sink takes it
   * @return one Chinese sentence for each workbook that could not be read
   * @throws IOException where the sink fails
   */
  List<String> each(Sink sink) throws IOException;

  /** Takes a checked workbook. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes it.
     *
     * @param file the workbook with what the rules said
     * @throws IOException where it cannot be written
     */
    void take(CheckedFile file) throws IOException;
  }
}
