package cn.sunledger.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookRowsTest {
  @TempDir Path folder;

  @Test
  void aFullSheetIsFollowedByAnotherWithTheSameHeader() throws Exception {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        WorkbookRows rows = new WorkbookRows(out, "facts", List.of("名称", "数"), 3)) {
      for (int i = 1; i <= 5; i++) {
        rows.add(Arrays.asList("=行" + i, i == 2 ? null : new BigDecimal(i + ".50")));
      }
      rows.finish();
    }
    StringBuilder text = new StringBuilder();
    for (SheetGrid sheet : new WorkbookReader().read(file).sheets()) {
      text.append(sheet.name()).append('\n');
      for (int row = 0; row < sheet.rowCount(); row++) {
        text.append(sheet.value(row, 0).text()).append('|');
        text.append(sheet.value(row, 1).text()).append('\n');
      }
    }
    assertEquals(
        """
        facts
        名称|数
        =行1|1.5
        =行2|
        facts2
        名称|数
        =行3|3.5
        =行4|4.5
        facts3
        名称|数
        =行5|5.5
        """,
        text.toString());
  }

  @Test
  void aDiskThatTakesNothingIsAnIoException() throws Exception {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (WorkbookRows rows = new WorkbookRows(full, "facts", List.of("名称"))) {
      rows.add(List.of("a"));
      assertThrows(IOException.class, rows::finish);
    }
  }
}
