package cn.sunledger.narrative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.layout.Forms;
import cn.sunledger.model.Disclosure;
import cn.sunledger.samples.SampleReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 部门 or 单位, as the titles of a workbook say. */
class CallingTest {
  @Test
  void titlesTellAUnitFromADepartment() {
    Map<String, Disclosure> forms = Forms.all();
    assertEquals("单位", Calling.of(forms.get("shanghai-2024-unit-budget")));
    assertEquals("部门", Calling.of(forms.get("shanghai-2025-budget")));
    assertEquals("部门", Calling.of(forms.get("guizhou-2025-budget")));
    assertEquals("部门", Calling.of(SampleReader.sample("changsha-2023-final-accounts.xlsx")));
    assertEquals("部门", Calling.of(SampleReader.sample("pingshan-2023-budget.xlsx")));
  }
}
