package cn.sunledger.job;

import cn.sunledger.export.CsvFiles;
import cn.sunledger.export.SafeNames;
import cn.sunledger.export.SheetCsv;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The sheet files of one workbook: written apart, and put in their place when all of them are
 * there.
 */
final class SheetFiles implements Closeable {
  private final ConversionFolder folder;
  private final CsvFiles csv;
  private final String target;
  private final SafeNames names = new SafeNames();
  private Path made;

  /**
   * @param csv writes the files
   * @param target the folder they shall be in, below the folder of the results; empty where none
   *     are wanted
   */
  SheetFiles(ConversionFolder folder, CsvFiles csv, String target) {
    this.folder = folder;
    this.csv = csv;
    this.target = target;
  }

  /** Whether any are wanted. */
  boolean wanted() {
    return !target.isEmpty();
  }

  /** The file's name for a sheet of any name; no two are the same. */
  String name(String sheet) {
    return names.claim(sheet) + ".csv";
  }

  /** Writes a sheet. */
  interface Content {
    void to(SheetCsv csv, Writer out) throws IOException, FailedException;
  }

  /** Writes a file and tells its length. */
  long write(String name, Content content) throws IOException, FailedException {
    if (made == null) {
      made = folder.makeTemporary();
    }
    return csv.<FailedException>write(
        made.resolve(name), out -> content.to(new SheetCsv(folder.csv()), out));
  }

  /** A folder that is not there yet is put there in one step, else each of its files is. */
  void place() throws IOException {
    if (made == null) {
      return;
    }
    Path place = folder.sheets(target);
    if (Files.notExists(place)) {
      WholeFile.move(made, place);
      made = null;
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(made)) {
      for (Path file : files) {
        WholeFile.move(file, place.resolve(file.getFileName()));
      }
    }
  }

  /** Takes away what was not put in its place. */
  @Override
  public void close() throws IOException {
    if (made != null) {
      Folders.delete(made);
    }
  }
}
