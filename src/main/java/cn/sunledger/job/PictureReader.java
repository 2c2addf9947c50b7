package cn.sunledger.job;

import cn.sunledger.preview.WorkbookPicture;
import java.nio.file.Path;

/** Reads a workbook to be shown. */
public final class PictureReader {
  private final DisclosureReader reader;

  /**
   * With a reader.
   *
   * @param reader reads workbooks
   */
  public PictureReader(DisclosureReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a workbook's cells and how they look.
   *
   * @param path where it is
   * @param name how messages call it
   * @throws FailedException where it cannot be read
   */
  public WorkbookPicture picture(Path path, String name) throws FailedException {
    return WorkbookPicture.of(path, reader.grid(path, name));
  }
}
