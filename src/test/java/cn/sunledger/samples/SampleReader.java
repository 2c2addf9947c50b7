package cn.sunledger.samples;

import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads workbooks as the program does, for tests that start from a disclosure. */
public final class SampleReader {
  private static final Path SAMPLES = Path.of("sample-workbooks");

  private SampleReader() {}

  /**
   * A sample workbook.
   *
   * @param name its file name in sample-workbooks
   */
  public static Disclosure sample(String name) {
    return read(SAMPLES.resolve(name));
  }

  /**
   * Any workbook.
   *
   * @param file the workbook
   */
  public static Disclosure read(Path file) {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> profiles = List.of("national");
    try {
      return new TableRecognizer(loader.layouts(profiles), loader.vocabulary(profiles))
          .recognise(new WorkbookReader().read(file));
    } catch (UnreadableWorkbookException e) {
      throw new IllegalStateException(e);
    }
  }
}
