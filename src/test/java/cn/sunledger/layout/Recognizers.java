package cn.sunledger.layout;

import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.util.List;
import java.util.Optional;

/** The recogniser with the packed layouts. */
final class Recognizers {
  private Recognizers() {}

  static TableRecognizer of(String... profiles) {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> names = List.of(profiles);
    return new TableRecognizer(loader.layouts(names), loader.vocabulary(names));
  }

  static TableRecognizer national() {
    return of("national");
  }
}
