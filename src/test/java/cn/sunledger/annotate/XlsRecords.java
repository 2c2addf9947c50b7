package cn.sunledger.annotate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An .xls file as it lies on the disk: its streams, and the records of its workbook stream. */
final class XlsRecords {
  private static final int BOF = 0x809;
  private static final int EOF = 0x0A;
  private static final int BOUND_SHEET = 0x85;
  private static final int CONTINUE = 0x3C;

  private final Map<String, byte[]> streams = new TreeMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Map<Integer, List<String>>> sheets = new ArrayList<>();

  private XlsRecords() {}

  /** Reads a file without any library of records. */
  static XlsRecords of(Path file) throws IOException {
    XlsRecords records = new XlsRecords();
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      records.streams("", files.getRoot());
    }
    byte[] book =
        records.streams.entrySet().stream()
            .filter(each -> each.getKey().matches("/(?i:workbook|book)"))
            .map(Map.Entry::getValue)
            // a file for two generations has its Workbook behind a Book
            .reduce((book95, book97) -> book97)
            .orElseThrow();
    records.sheets(book);
    return records;
  }

  private void streams(String path, DirectoryNode folder) throws IOException {
    for (Entry entry : folder) {
      String name = path + "/" + entry.getName();
      if (entry instanceof DirectoryNode inner) {
        streams(name, inner);
      } else if (entry instanceof DocumentEntry document) {
        try (DocumentInputStream in = new DocumentInputStream(document)) {
          streams.put(name, in.readAllBytes());
        }
      }
    }
  }

  private record Record(int kind, int at, byte[] body) {}

  /** One record at a place, with those that continue it. */
  private static Record at(byte[] book, int from) {
    ByteBuffer bytes = ByteBuffer.wrap(book).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = from;
    int kind = bytes.getShort(at) & 0xFFFF;
    do {
      int length = bytes.getShort(at + 2) & 0xFFFF;
      body.write(book, at + 4, Math.min(length, book.length - at - 4));
      at += 4 + length;
    } while (at + 4 <= book.length && (bytes.getShort(at) & 0xFFFF) == CONTINUE);
    return new Record(kind, at, body.toByteArray());
  }

  private void sheets(byte[] book) {
    Map<Integer, String> starts = new LinkedHashMap<>();
    for (int at = 0; at + 4 <= book.length; ) {
      Record record = at(book, at);
      if (record.kind() == EOF) {
        break;
      }
      if (record.kind() == BOUND_SHEET) {
        starts.put(
            ByteBuffer.wrap(record.body()).order(ByteOrder.LITTLE_ENDIAN).getInt(),
            name(record.body()));
      }
      at = record.at();
    }
    starts.forEach(
        (start, name) -> {
          names.add(name);
          sheets.add(sheet(book, start));
        });
  }

  private static String name(byte[] body) {
    boolean wide = (body[7] & 1) != 0;
    return new String(
        body,
        8,
        Math.min((body[6] & 0xFF) * (wide ? 2 : 1), body.length - 8),
        wide
            ? java.nio.charset.StandardCharsets.UTF_16LE
            : java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** The records of a sheet by kind, charts inside it included. */
  private static Map<Integer, List<String>> sheet(byte[] book, int start) {
    Map<Integer, List<String>> kinds = new TreeMap<>();
    int depth = 0;
    for (int at = start; at + 4 <= book.length; ) {
      Record record = at(book, at);
      depth += record.kind() == BOF ? 1 : record.kind() == EOF ? -1 : 0;
      kinds
          .computeIfAbsent(record.kind(), key -> new ArrayList<>())
          .add(HexFormat.of().formatHex(record.body()));
      if (depth <= 0) {
        break;
      }
      at = record.at();
    }
    return kinds;
  }

  /** The streams that are missing or changed, the workbook itself left out. */
  TreeSet<String> lostStreams(XlsRecords after) {
    TreeSet<String> names = new TreeSet<>(streams.keySet());
    names.removeIf(
        name ->
            name.matches("/(?i:workbook|book)")
                || Arrays.equals(streams.get(name), after.streams.get(name)));
    return names;
  }

  /** The kinds of records that are not the same in the sheet at a place, in hexadecimal. */
  TreeSet<String> changedKinds(int place, XlsRecords after) {
    Map<Integer, List<String>> one = sheets.get(place);
    Map<Integer, List<String>> other =
        place < after.sheets.size() ? after.sheets.get(place) : Map.of();
    TreeSet<String> kinds = new TreeSet<>();
    for (int kind : one.keySet()) {
      List<String> before = one.get(kind).stream().sorted().toList();
      List<String> now = other.getOrDefault(kind, List.of()).stream().sorted().toList();
      if (!before.equals(now)) {
        kinds.add("%03X".formatted(kind));
      }
    }
    return kinds;
  }

  /** The names of all streams. */
  java.util.Set<String> streams() {
    return streams.keySet();
  }

  /** The names of the sheets, as far as the file tells them truly, in order. */
  List<String> sheets() {
    return names;
  }
}
