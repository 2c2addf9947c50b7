package cn.sunledger.annotate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a package, for comparing packages part by part. */
final class PackageParts {
  private PackageParts() {}

  /** Every part with its bytes. */
  static Map<String, byte[]> of(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (!entry.isDirectory()) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return parts;
  }

  /** The names of parts that are missing, changed or new. */
  static TreeSet<String> differing(Path before, Path after) throws IOException {
    Map<String, byte[]> one = of(before);
    Map<String, byte[]> other = of(after);
    TreeSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> one.containsKey(name) && Arrays.equals(one.get(name), other.get(name)));
    return names;
  }
}
