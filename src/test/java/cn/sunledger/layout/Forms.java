package cn.sunledger.layout;

import cn.sunledger.model.Disclosure;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The forms of many provinces as they are read, for tests of what comes after reading. */
public final class Forms {
  private static final Path FORMS = Path.of("src", "test", "resources", "forms");

  private Forms() {}

  /** All forms by name. */
  public static Map<String, Disclosure> all() {
    LayoutLoader loader = new LayoutLoader(new TemplateFolder(Optional.empty()));
    List<String> profiles = List.of("national");
    TableRecognizer recognizer =
        new TableRecognizer(loader.layouts(profiles), loader.vocabulary(profiles));
    Map<String, Disclosure> forms = new TreeMap<>();
    try (Stream<Path> files = Files.list(FORMS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        forms.put(
            name, recognizer.recognise(FormFile.parse(name, Files.readAllLines(file)).workbook()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }
}
