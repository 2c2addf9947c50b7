package cn.sunledger.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLoaderTest {
  @TempDir Path folder;

  @Test
  void thePackedNationalProfileIsThere() {
    Profile national = new ProfileLoader(new TemplateFolder(Optional.empty())).load("national");

    assertEquals(new Profile("national", "全国通用", List.of("national"), List.of()), national);
  }

  @Test
  void aProfileStandsOverWhatItExtends() throws IOException {
    put("province/profile.yaml", "name: province\nextends: national\nplaces: [某省]\n");
    put("city/profile.yaml", "name: city\ntitle: 某市\nextends: province\nplaces: [某省某市, 某市]\n");

    Profile city = loader().load("city");

    assertEquals(List.of("national", "province", "city"), city.chain());
    assertEquals("某市", city.title());
  }

  @Test
  void theLongestPlaceInTheDepartmentsNameWins() throws IOException {
    put("province/profile.yaml", "name: province\nextends: national\nplaces: [某省]\n");
    put("city/profile.yaml", "name: city\nextends: province\nplaces: 某省某市\n");

    assertEquals("city", loader().forUnit("某省某市财政局").name());
    assertEquals("province", loader().forUnit("某省财政厅").name());
    assertEquals("national", loader().forUnit("他省财政厅").name());
    assertEquals("national", loader().forUnit("").name());
  }

  @Test
  void faultsNameFileAndLine() throws IOException {
    put("a/profile.yaml", "name: a\nextends: b\n");
    put("b/profile.yaml", "name: b\nextends: a\n");
    put("c/profile.yaml", "name: c\nextends: nowhere\n");
    put("d/profile.yaml", "name: d\n\ncolour: red\n");
    put("e/profile.yaml", "name: other\n");

    assertFault("a", "a/profile.yaml 第1行：extends 绕成了圈：a→b→a，请断开一处。");
    assertFault("c", "nowhere/profile.yaml：没有名为“nowhere”的模板，可用的有：");
    assertFault("d", "d/profile.yaml 第3行：不认识的键“colour”");
    assertFault("e", "e/profile.yaml 第1行：name 应与所在文件夹同名，请改为“e”。");
    assertFault("../e", "../e：模板的名称只能由");
  }

  private void assertFault(String name, String start) {
    ProfileException fault = assertThrows(ProfileException.class, () -> loader().load(name));
    assertTrue(fault.getMessage().startsWith(start), fault.getMessage());
  }

  private TemplateFolder templates() {
    return new TemplateFolder(Optional.of(folder));
  }

  private ProfileLoader loader() {
    return new ProfileLoader(templates());
  }

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
