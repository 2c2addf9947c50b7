package cn.sunledger.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells what an OLE2 compound file holds. */
final class OleContainer {
  private OleContainer() {}

  static FileKind kind(Path file) throws IOException {
    Set<String> names = new HashSet<>();
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      for (Entry entry : container.getRoot()) {
        names.add(entry.getName().toLowerCase(Locale.ROOT));
      }
    } catch (IOException | RuntimeException e) {
      throw WorkbookFault.damaged("复合文档结构有误或不完整", e);
    }
    if (names.contains("encryptedpackage") || names.contains("encryptioninfo")) {
      return FileKind.ENCRYPTED;
    }
    if (names.contains("workbook")) {
      return FileKind.XLS;
    }
    if (names.contains("book")) {
      return FileKind.OLD_EXCEL;
    }
    if (names.contains("worddocument")) {
      return FileKind.DOC;
    }
    return names.contains("powerpoint document") ? FileKind.PPT : FileKind.OLE;
  }
}
