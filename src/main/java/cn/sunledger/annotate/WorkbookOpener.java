package cn.sunledger.annotate;

import cn.sunledger.annotate.biff.BiffWorkbook;
import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.UnsafeWorkbookException;
import cn.sunledger.annotate.ooxml.OoxmlWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens a workbook by what is in it, not by its name. */
final class WorkbookOpener {
  private static final int ZIP = 0x504B0304;
  private static final int OLE2 = 0xD0CF11E0;

  /** What is done with an open workbook. */
  interface Work<T> {
    T on(AnnotatableWorkbook workbook) throws IOException;
  }

  private WorkbookOpener() {}

  /** Opens a workbook, does something with it and closes it. */
  static <T> T with(Path file, Work<T> work) throws AnnotationException {
    String name = String.valueOf(file.getFileName());
    try (AnnotatableWorkbook workbook = open(file)) {
      return work.on(workbook);
    } catch (NoSuchFileException e) {
      throw new AnnotationException(name + "：文件不存在。", e);
    } catch (AccessDeniedException e) {
      throw new AnnotationException(name + "：没有读写权限，请检查文件和目标文件夹的权限后再试。", e);
    } catch (UnsafeWorkbookException e) {
      throw new AnnotationException(name + "：" + e.getMessage() + "。", e);
    } catch (IOException e) {
      throw new AnnotationException(name + "：读写文件时出错，请检查磁盘空间和目标文件夹后再试。", e);
    }
  }

  /** Says that an output cannot be written. */
  static AnnotationException unwritable(Path output, IOException fault) {
    return new AnnotationException(output.getFileName() + "：写不进去，请检查磁盘空间和目标文件夹的权限后再试。", fault);
  }

  private static AnnotatableWorkbook open(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    if (head.length == 0) {
      throw new UnsafeWorkbookException("文件是空的");
    }
    int magic = 0;
    for (byte b : head) {
      magic = magic << 8 | b & 0xff;
    }
    try {
      if (head.length == 4 && magic == ZIP) {
        return new OoxmlWorkbook(file);
      }
      if (head.length == 4 && magic == OLE2) {
        return new BiffWorkbook(file);
      }
    } catch (IOException e) {
      throw new UnsafeWorkbookException("文件已损坏或不完整，请用 Excel 或 WPS 打开修复并另存后再试", e);
    }
    throw new UnsafeWorkbookException("不是 Excel 工作簿，请用 Excel 或 WPS 打开并另存为 .xlsx 后再试");
  }
}
