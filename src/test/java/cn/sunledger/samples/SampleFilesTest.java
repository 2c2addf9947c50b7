package cn.sunledger.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
  @Test
  void rewritesTheSamplesWhenAsked() throws IOException {
    if (Boolean.getBoolean("sunledger.samples.write")) {
      assertEquals(
          SampleWorkbook.ALL, SampleBuilder.buildAll(SampleWorkbook.COMMITTED), "published tables");
    }
  }
}
