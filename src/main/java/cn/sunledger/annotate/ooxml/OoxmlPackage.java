package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.UnsafeWorkbookException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook. What is not changed is written out as the compressed bytes it came in;
 * what is changed or new carries a fixed time, so that the same input gives the same bytes.
 */
final class OoxmlPackage implements Closeable {
  private static final long LARGEST_PART = 1L << 30;

  /** 1980-01-01 00:00 as DOS writes it, the first moment a ZIP entry can name. */
  private static final long FIRST_MOMENT = 315_532_800_000L;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> changed = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, Relations> relations = new LinkedHashMap<>();
  private final ContentTypes types;

  OoxmlPackage(Path file) throws IOException {
    zip = ZipFile.builder().setPath(file).get();
    try {
      for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
        ZipArchiveEntry entry = all.nextElement();
        String name = plain(entry.getName());
        entries.putIfAbsent(key(name), entry);
        names.putIfAbsent(key(name), name);
      }
      types =
          new ContentTypes(
              text("[Content_Types].xml")
                  .orElseThrow(
                      () -> new UnsafeWorkbookException("不是 Excel 工作簿（缺少 [Content_Types].xml）")));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static String plain(String name) {
    String forward = name.replace('\\', '/');
    return forward.startsWith("/") ? forward.substring(1) : forward;
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }

  ContentTypes types() {
    return types;
  }

  /** Whether there is such a part. */
  boolean has(String part) {
    return changed.containsKey(key(part))
        || entries.containsKey(key(part)) && !removed.contains(key(part));
  }

  /** Names of all parts, as the package writes them, folders left out. */
  Set<String> parts() {
    Set<String> all = new LinkedHashSet<>();
    names.forEach(
        (key, name) -> {
          if (!name.endsWith("/") && !removed.contains(key)) {
            all.add(name);
          }
        });
    return all;
  }

  /** The text of a part; empty where the package has none of that name. */
  Optional<String> text(String part) throws IOException {
    String now = changed.get(key(part));
    if (now != null) {
      return Optional.of(now);
    }
    ZipArchiveEntry entry = entries.get(key(part));
    if (entry == null || removed.contains(key(part))) {
      return Optional.empty();
    }
    if (entry.getSize() > LARGEST_PART) {
      throw new UnsafeWorkbookException("有一张工作表过大（超过 1 GB），请拆分后再试");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(XmlText.decode(in.readNBytes((int) LARGEST_PART)));
    }
  }

  /** Writes a part, new or in the place of the former one. */
  void put(String part, String text) {
    if (text.equals(changed.get(key(part)))) {
      return;
    }
    changed.put(key(part), text);
    names.putIfAbsent(key(part), part);
    removed.remove(key(part));
  }

  /** Drops a part with its relations. */
  void remove(String part) {
    changed.remove(key(part));
    removed.add(key(part));
    relations.remove(key(part));
    removed.add(key(Relations.partOf(part)));
    types.forget(part);
  }

  /** The relations of a part; {@code ""} is the package itself. */
  Relations relations(String part) throws IOException {
    Relations known = relations.get(key(part));
    if (known == null) {
      Optional<String> text = text(Relations.partOf(part));
      known = new Relations(part, text);
      relations.put(key(part), known);
    }
    return known;
  }

  /** The first name of the form {@code prefix + number + suffix} beyond all numbers in use. */
  String freeName(String prefix, String suffix) {
    int last = 0;
    for (String name : parts()) {
      String low = key(name);
      if (low.startsWith(key(prefix)) && low.endsWith(key(suffix))) {
        String middle =
            low.substring(
                prefix.length(), Math.max(prefix.length(), low.length() - suffix.length()));
        if (middle.matches("[0-9]{1,8}")) {
          last = Math.max(last, Integer.parseInt(middle));
        }
      }
    }
    return prefix + (last + 1) + suffix;
  }

  /** Parts that can be reached from the package's own relations. */
  Set<String> reachable() throws IOException {
    Set<String> seen = new LinkedHashSet<>();
    reach("", seen);
    return seen;
  }

  private void reach(String part, Set<String> seen) throws IOException {
    List<Relations.Relation> all =
        part.isEmpty() || has(Relations.partOf(part)) || relations.containsKey(key(part))
            ? relations(part).all()
            : List.of();
    for (Relations.Relation relation : all) {
      if (!relation.external() && has(relation.part()) && seen.add(key(relation.part()))) {
        reach(relation.part(), seen);
      }
    }
  }

  /** Writes the package. */
  void write(Path target) throws IOException {
    for (Relations each : relations.values()) {
      Optional<String> text = each.changedText();
      if (text.isPresent()) {
        String name = Relations.partOf(each.part());
        types.declareByExtension(name, Ooxml.RELATIONS_TYPE);
        put(name, text.get());
      }
    }
    types.changedText().ifPresent(text -> put("[Content_Types].xml", text));
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
      Set<String> written = new HashSet<>();
      for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
        ZipArchiveEntry entry = all.nextElement();
        String key = key(plain(entry.getName()));
        if (removed.contains(key)) {
          continue;
        }
        if (!changed.containsKey(key)) {
          out.addRawArchiveEntry(new ZipArchiveEntry(entry), zip.getRawInputStream(entry));
        } else if (written.add(key)) {
          add(out, entry.getName(), changed.get(key));
        }
      }
      for (Map.Entry<String, String> part : changed.entrySet()) {
        if (written.add(part.getKey())) {
          add(out, names.get(part.getKey()), part.getValue());
        }
      }
    }
  }

  private static void add(ZipArchiveOutputStream out, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(ZipArchiveEntry.DEFLATED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    entry.setTime(FIRST_MOMENT);
    out.putArchiveEntry(entry);
    out.write(bytes);
    out.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
