package cn.sunledger.export;

import cn.sunledger.model.Acceptance;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of 处理意见: which findings are accepted and why. Its columns are named in English or Chinese,
 * in any order; UTF-8, or GB 18030 as Excel writes it.
 */
public final class AcceptancesCsv {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "unit", List.of("unit", "部门", "单位"),
          "rule", List.of("rule", "规则"),
          "cell", List.of("cell", "单元格", "位置"),
          "reason", List.of("reason", "说明", "处理意见", "原因"));

  private AcceptancesCsv() {}

  /** A file that is none of acceptances; the message says where and what to do. */
  public static final class FaultyException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultyException(String message) {
      super(message);
    }
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return what it accepts
   * @throws IOException where it cannot be read
   * @throws FaultyException where a column is missing or a line is incomplete
   */
  public static List<Acceptance> read(Path file) throws IOException, FaultyException {
    List<Acceptance> acceptances = new ArrayList<>();
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setTrim(true).setIgnoreEmptyLines(true).get();
    try (Reader reader = new StringReader(text(Files.readAllBytes(file)));
        CSVParser parser = format.parse(reader)) {
      String rule = required(parser, "rule", file);
      String reason = required(parser, "reason", file);
      Optional<String> unit = column(parser, "unit");
      Optional<String> cell = column(parser, "cell");
      for (CSVRecord row : parser) {
        Acceptance acceptance =
            new Acceptance(
                field(row, unit),
                field(row, Optional.of(rule)),
                field(row, cell),
                field(row, Optional.of(reason)));
        if (acceptance.rule().isEmpty() || acceptance.reason().isEmpty()) {
          throw new FaultyException(
              file.getFileName() + " 第 " + parser.getCurrentLineNumber() + " 行没有写明规则编号和说明，请补上。");
        }
        acceptances.add(acceptance);
      }
    } catch (CSVException | IllegalArgumentException e) {
      throw new FaultyException(file.getFileName() + " 不是合格的 CSV 文件，请检查引号和表头。");
    }
    return acceptances;
  }

  private static String text(byte[] bytes) {
    String text = decoded(bytes, StandardCharsets.UTF_8);
    String read = text == null ? decoded(bytes, Charset.forName("GB18030")) : text;
    String known = read == null ? new String(bytes, StandardCharsets.UTF_8) : read;
    return known.startsWith("\uFEFF") ? known.substring(1) : known;
  }

  private static String decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String required(CSVParser parser, String name, Path file) throws FaultyException {
    return column(parser, name)
        .orElseThrow(
            () ->
                new FaultyException(
                    file.getFileName()
                        + " 的表头没有“"
                        + name
                        + "”（"
                        + NAMES.get(name).get(1)
                        + "）一栏，表头应为 unit,rule,cell,reason（部门、规则、单元格、说明）。"));
  }

  private static Optional<String> column(CSVParser parser, String name) {
    return parser.getHeaderNames().stream()
        .filter(own -> NAMES.get(name).contains(own.toLowerCase(java.util.Locale.ROOT)))
        .findFirst();
  }

  private static String field(CSVRecord row, Optional<String> column) {
    return column.filter(row::isSet).map(row::get).orElse("");
  }
}
