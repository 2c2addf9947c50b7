package cn.sunledger.job;

import cn.sunledger.export.SafeNames;
import cn.sunledger.export.SheetCsv;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The sheet files of one workbook: written apart, and put in their place when all of them are
 * there.
 */
final class SheetFiles implements Closeable {
  private final ConversionFolder folder;
  private final String target;
  private final Path made;
  private final SafeNames names = new SafeNames();

  /**
   * @param target the folder they shall be in, below the folder of the results; empty where none
   *     are wanted
   */
  SheetFiles(ConversionFolder folder, String target) {
    this.folder = folder;
    this.target = target;
    this.made = folder.work().resolve(UUID.randomUUID().toString());
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
    folder.log();
    Path file = Files.createDirectories(made).resolve(name);
    try (Writer out = folder.csv().writer(Files.newOutputStream(file))) {
      content.to(new SheetCsv(folder.csv()), out);
    }
    return Files.size(file);
  }

  /** A folder that is not there yet is put there in one step, else each of its files is. */
  void place() throws IOException {
    if (Files.notExists(made)) {
      return;
    }
    Path place = folder.out().resolve(target);
    Files.createDirectories(place.getParent());
    if (Files.notExists(place)) {
      WholeFile.move(made, place);
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
    Folders.delete(made);
  }
}
