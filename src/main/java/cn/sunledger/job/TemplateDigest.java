package cn.sunledger.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether two runs had the same templates. */
public final class TemplateDigest {
  private TemplateDigest() {}

  /**
   * The profile's name, with a digest of the user's folder where there is one.
   *
   * @param profile the profile that was named
   * @param folder the user's folder
   * @throws IOException where the folder cannot be read
   */
  public static String of(Optional<String> profile, Optional<Path> folder) throws IOException {
    String name = profile.orElse("auto");
    return folder.isPresent() ? name + ":" + digest(folder.get()) : name;
  }

  private static String digest(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          all.append(folder.relativize(file)).append(' ').append(Digests.sha256(in)).append('\n');
        }
      }
    }
    return Digests.sha256(
        new ByteArrayInputStream(all.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
