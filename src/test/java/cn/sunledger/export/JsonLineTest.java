package cn.sunledger.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  @Test
  void everyCharacterIsWrittenAsTheLibraryWritesIt() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x10000; c++) {
      all.append((char) c).append('表');
    }
    same(all.toString());
  }

  @Test
  void randomTextsAndShapesAreWrittenAsTheLibraryWritesThem() throws IOException {
    Random random = new Random(8);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        switch (random.nextInt(6)) {
          case 0 -> text.append((char) random.nextInt(0x30));
          case 1 -> text.append((char) (0xD800 + random.nextInt(0x800)));
          case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x1000));
          case 3 -> text.append((char) random.nextInt(0x900));
          default -> text.append((char) ('一' + random.nextInt(0x4000)));
        }
      }
      same(text.toString());
    }
  }

  private static void same(String text) throws IOException {
    StringWriter expected = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(expected)) {
      json.writeStartObject();
      json.writeStringField("text", text);
      json.writeArrayFieldStart("texts");
      json.writeString(text);
      json.writeString("");
      json.writeEndArray();
      json.writeArrayFieldStart("none");
      json.writeEndArray();
      json.writeObjectFieldStart("inner");
      json.writeNumberField("number", text.hashCode() * 1_000_000_007L);
      json.writeBooleanField("flag", text.isEmpty());
      json.writeEndObject();
      json.writeBooleanField("last", true);
      json.writeEndObject();
    }
    JsonLine line = new JsonLine();
    line.begin('{').field("text").text(text);
    line.field("texts").begin('[').text(text).text("").end(']');
    line.field("none").begin('[').end(']');
    line.field("inner").begin('{').field("number").number(text.hashCode() * 1_000_000_007L);
    line.field("flag").flag(text.isEmpty()).end('}');
    line.field("last").flag(true).end('}');
    assertArrayEquals(expected.toString().getBytes(StandardCharsets.UTF_8), line.bytes());
  }

  @Test
  void aSourceIsReadBackAndMovedWhateverItIsCalled() throws IOException {
    String name = "\"facts_offset\":7,\\\"facts_offset\":8.xlsx";
    ConvertedSource source =
        new ConvertedSource(
            name,
            "0a",
            12,
            "",
            Optional.of(2023),
            "",
            "单位",
            3,
            45,
            67,
            "sheets/a",
            List.of(
                new ConvertedSource.Sheet(
                    "表\n一",
                    true,
                    "表_一.csv",
                    8,
                    2,
                    3,
                    5,
                    new SheetNumbers(
                        2,
                        new BigDecimal("1.50"),
                        1,
                        new BigDecimal("0.5"),
                        0,
                        List.of(new SheetNumbers.Left("表外", 1, BigDecimal.ONE, "A1"))),
                    true,
                    1,
                    List.of("表\t一"),
                    "")),
            List.of("话"));
    for (long offset : new long[] {0, 9, 1234567890123L}) {
      ConvertedSource read = SourceJson.parse(SourceJson.moved(SourceJson.line(source), offset));
      assertArrayEquals(SourceJson.line(source.at(offset)), SourceJson.line(read));
      assertEquals(offset, read.factsOffset());
      assertEquals(name, read.path());
    }
  }
}
