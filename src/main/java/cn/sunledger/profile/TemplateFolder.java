package cn.sunledger.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * 模板目录: the files of all profiles, packed into the jar, and a folder of the user's that overrides
 * them file by file.
 */
public final class TemplateFolder {
  private static final String PACKED = "templates";

  private final Optional<Path> override;
  private final Map<String, Set<String>> jarNames = new HashMap<>();

  /**
   * The packed files, and a folder over them.
   *
   * @param override the user's folder, if one is given
   */
  public TemplateFolder(Optional<Path> override) {
    this.override = override;
  }

  /**
   * The text of a file.
   *
   * @param path such as {@code national/profile.yaml}
   * @return the text, or empty where neither folder has it
   */
  public Optional<String> text(String path) {
    try {
      if (override.isPresent() && Files.isRegularFile(override.get().resolve(path))) {
        return Optional.of(Files.readString(override.get().resolve(path)));
      }
      try (InputStream in =
          TemplateFolder.class.getClassLoader().getResourceAsStream(PACKED + "/" + path)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new ProfileException(path, 0, "读不出来，请检查文件是否存在、编码是否为 UTF-8。");
    }
  }

  /**
   * The names in a folder, of both sources, sorted.
   *
   * @param folder such as {@code national/layouts}; empty for the top
   * @return names without the folder
   */
  public List<String> names(String folder) {
    Stream<String> own = override.map(dir -> list(dir.resolve(folder))).orElse(List.of()).stream();
    return Stream.concat(own, packed(folder).stream()).distinct().sorted().toList();
  }

  private List<String> packed(String folder) {
    try {
      URI uri = TemplateFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path code = Path.of(uri);
      return Files.isDirectory(code)
          ? list(code.resolve(PACKED).resolve(folder))
          : List.copyOf(inJar(code).getOrDefault(folder, Set.of()));
    } catch (URISyntaxException | IOException e) {
      throw new ProfileException(folder, 0, "程序自带的模板读不出来，请重新取得程序文件。");
    }
  }

  /** The names in each folder of the jar, read once. */
  private synchronized Map<String, Set<String>> inJar(Path jar) throws IOException {
    if (!jarNames.isEmpty()) {
      return jarNames;
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.startsWith(PACKED + "/") && !name.endsWith("/")) {
          String path = name.substring(PACKED.length() + 1);
          for (int slash = path.length(); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            int above = path.lastIndexOf('/', slash - 1);
            String folder = above < 0 ? "" : path.substring(0, above);
            jarNames
                .computeIfAbsent(folder, key -> new TreeSet<>())
                .add(path.substring(above + 1, slash));
          }
        }
      }
    }
    return jarNames;
  }

  private static List<String> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString().replace("/", "")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
