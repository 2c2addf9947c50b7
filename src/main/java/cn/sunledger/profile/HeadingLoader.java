package cn.sunledger.profile;

import cn.sunledger.model.rule.HeadingCode;
import java.util.ArrayList;
import java.util.List;

/** Reads the 科目 of a chain of profiles. */
public final class HeadingLoader {
  private static final String RENAMED = "renamed.csv";

  private final TemplateFolder templates;

  /**
   * Over a template folder.
   *
   * @param templates packed and overriding files
   */
  public HeadingLoader(TemplateFolder templates) {
    this.templates = templates;
  }

  /**
   * The headings of the profiles.
   *
   * @param profiles names, the most general first
   * @throws ProfileException where a file is faulty
   */
  public List<HeadingCode> headings(List<String> profiles) {
    List<HeadingCode> headings = new ArrayList<>();
    for (String profile : profiles) {
      String folder = profile + "/codes";
      for (String name : templates.names(folder)) {
        String file = folder + "/" + name;
        if (name.endsWith(".csv") && !name.equals(RENAMED)) {
          templates.text(file).ifPresent(text -> headings.addAll(HeadingFile.headings(file, text)));
        }
      }
    }
    return headings;
  }
}
