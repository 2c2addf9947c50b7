package cn.sunledger.export;

import cn.sunledger.model.CellRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The entries of sheet files in datapackage.json, one line each. While sources are converted, in
 * whatever order, an entry is noted without what is only known at the end or is the same for
 * thousands of them: the number of its source, and its columns by name.
 */
public final class SheetResources {
  private static final byte[] HEAD =
      ascii("{\"profile\":\"tabular-data-resource\",\"name\":\"sheet-");
  private static final byte[] DIALECT =
      ascii(
          ",\"dialect\":{\"delimiter\":\",\",\"lineTerminator\":\"\\n\",\"quoteChar\":\"\\\"\","
              + "\"doubleQuote\":true,\"header\":false},\"schema\":{\"fields\":[");
  private static final byte[] END = ascii("],\"missingValues\":[\"\"]}}");
  private static final int USUAL_COLUMNS = 200;

  private final byte[][] usual = new byte[USUAL_COLUMNS][];

  /** Takes one entry. */
  interface Entry {
    void begin() throws IOException;
  }

  /**
   * Notes the entries of a source.
   *
   * @param source the source
   * @param encoding of its sheet files
   * @return the notes
   */
  public static byte[] notes(ConvertedSource source, Charset encoding) {
    JsonLine notes = new JsonLine();
    String name = encoding.name().toLowerCase(Locale.ROOT);
    int index = 0;
    for (ConvertedSource.Sheet sheet : source.sheets()) {
      index++;
      if (!sheet.csv().isEmpty()) {
        notes.raw(sheet.columns() + "-" + index + "\"");
        note(notes, source, sheet, name);
        notes.raw("\n");
      }
    }
    return notes.bytes();
  }

  private static void note(
      JsonLine notes, ConvertedSource source, ConvertedSource.Sheet sheet, String encoding) {
    notes.raw(",").field("path").text(source.folder() + "/" + sheet.csv());
    notes.field("title").text(source.path() + " " + sheet.name());
    notes.field("format").text("csv");
    notes.field("mediatype").text("text/csv");
    notes.field("encoding").text(encoding);
    notes.field("bytes").number(sheet.csvBytes());
    notes.fresh();
  }

  /**
   * Writes the entries of a source.
   *
   * @param notes what was noted of them
   * @param number of the source, from one on
   * @param each called before each entry
   * @param out where they go
   */
  void write(byte[] notes, int number, Entry each, OutputStream out) throws IOException {
    byte[] digits = ascii(Integer.toString(number));
    for (int at = 0; at < notes.length; ) {
      int columns = 0;
      for (; notes[at] != '-'; at++) {
        columns = columns * 10 + notes[at] - '0';
      }
      int end = at;
      while (notes[end] != '\n') {
        end++;
      }
      each.begin();
      out.write(HEAD);
      out.write(digits);
      out.write(notes, at, end - at);
      out.write(DIALECT);
      out.write(fields(columns));
      out.write(END);
      at = end + 1;
    }
  }

  private byte[] fields(int columns) {
    if (columns >= USUAL_COLUMNS) {
      return made(columns);
    }
    if (usual[columns] == null) {
      usual[columns] = made(columns);
    }
    return usual[columns];
  }

  private static byte[] made(int columns) {
    JsonLine fields = new JsonLine();
    for (int column = 0; column < columns; column++) {
      fields.begin('{');
      fields.field("name").text(CellRef.columnName(column));
      fields.field("type").text("any");
      fields.end('}');
    }
    return fields.bytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
