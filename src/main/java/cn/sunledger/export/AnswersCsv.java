package cn.sunledger.export;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads 待填事项 that were answered in a CSV file of the columns {@code key} and {@code answer}. */
public final class AnswersCsv {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private AnswersCsv() {}

  /**
   * Reads.
   *
   * @param file in UTF-8, with or without a byte-order mark; other columns are passed over
   * @return answers by key, those that are left blank left out
   * @throws IOException where it cannot be read or lacks one of the columns
   */
  public static Map<String, String> read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, String> answers = new LinkedHashMap<>();
    try (Reader in = new StringReader(text)) {
      for (CSVRecord row : format.parse(in)) {
        if (!row.isMapped("key") || !row.isMapped("answer")) {
          throw new IOException("key or answer missing");
        }
        if (row.isSet("answer") && !row.get("answer").isBlank()) {
          answers.put(row.get("key").strip(), row.get("answer"));
        }
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(e);
    }
    return answers;
  }
}
