package cn.sunledger.verify;

import cn.sunledger.grid.UnreadableWorkbookException;
import cn.sunledger.grid.WorkbookReader;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.Disclosure;
import cn.sunledger.profile.HeadingLoader;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.NarrativeWordLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.TextFlawLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The verifier of the national profile, and the sample workbooks as read. */
final class Verifiers {
  private static final List<String> NATIONAL = List.of("national");

  private Verifiers() {}

  static NarrativeVerifier national() {
    TemplateFolder folder = new TemplateFolder(Optional.empty());
    return new NarrativeVerifier(
        new NarrativeWordLoader(folder).words(NATIONAL),
        new LayoutLoader(folder).vocabulary(NATIONAL),
        new TextFlawLoader(folder).flaws(NATIONAL),
        new HeadingLoader(folder).headings(NATIONAL));
  }

  static Disclosure sample(String name) {
    return disclosure(Path.of("sample-workbooks").resolve(name));
  }

  static Disclosure disclosure(Path workbook) {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    try {
      return new TableRecognizer(loader.layouts(NATIONAL), loader.vocabulary(NATIONAL))
          .recognise(new WorkbookReader().read(workbook));
    } catch (UnreadableWorkbookException e) {
      throw new IllegalStateException(workbook.toString(), e);
    }
  }
}
