package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.DataBar;
import cn.sunledger.annotate.content.OwnSheet;
import java.util.Optional;

/** Writes bars inside cells: the rule of 2007, and the finer one of 2010 that replaces it. */
final class DataBarXml {
  private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
  private static final String MAIN_2006 = "http://schemas.microsoft.com/office/excel/2006/main";

  private DataBarXml() {}

  private static String id(OwnSheet sheet, int index) {
    return "{5A1E0000-0000-4000-8000-%08X%04X}".formatted(sheet.role().ordinal() + 1, index + 1);
  }

  static void rules(StringBuilder out, OwnSheet sheet) {
    int index = 0;
    for (DataBar bar : sheet.bars()) {
      out.append("<conditionalFormatting sqref=\"").append(bar.ranges());
      out.append("\"><cfRule type=\"dataBar\" priority=\"")
          .append(index + 1)
          .append("\"><dataBar>");
      out.append(bound(bar.least(), "min")).append(bound(bar.most(), "max"));
      out.append("<color rgb=\"FF").append(bar.color()).append("\"/></dataBar><extLst>");
      out.append("<ext xmlns:x14=\"").append(X14);
      out.append("\" uri=\"{B025F937-C7B1-47D3-B67F-A62EFF666E3E}\"><x14:id>");
      out.append(id(sheet, index)).append("</x14:id></ext></extLst></cfRule>");
      out.append("</conditionalFormatting>");
      index++;
    }
  }

  private static String bound(Optional<Integer> value, String otherwise) {
    return value
        .map(number -> "<cfvo type=\"num\" val=\"" + number + "\"/>")
        .orElse("<cfvo type=\"" + otherwise + "\"/>");
  }

  static void extension(StringBuilder out, OwnSheet sheet) {
    if (sheet.bars().isEmpty()) {
      return;
    }
    out.append("<extLst><ext xmlns:x14=\"").append(X14);
    out.append("\" uri=\"{78C0D931-6437-407d-A8EE-F0AAD7539E65}\"><x14:conditionalFormattings>");
    int index = 0;
    for (DataBar bar : sheet.bars()) {
      out.append("<x14:conditionalFormatting xmlns:xm=\"").append(MAIN_2006);
      out.append("\"><x14:cfRule type=\"dataBar\" id=\"").append(id(sheet, index));
      out.append("\"><x14:dataBar minLength=\"0\" maxLength=\"100\" gradient=\"0\">");
      out.append(bound14(bar.least(), "autoMin")).append(bound14(bar.most(), "autoMax"));
      out.append("<x14:negativeFillColor rgb=\"FF").append(bar.negative());
      out.append("\"/><x14:axisColor rgb=\"FF9AA5B1\"/></x14:dataBar></x14:cfRule><xm:sqref>");
      out.append(bar.ranges()).append("</xm:sqref></x14:conditionalFormatting>");
      index++;
    }
    out.append("</x14:conditionalFormattings></ext></extLst>");
  }

  private static String bound14(Optional<Integer> value, String otherwise) {
    return value
        .map(number -> "<x14:cfvo type=\"num\"><xm:f>" + number + "</xm:f></x14:cfvo>")
        .orElse("<x14:cfvo type=\"" + otherwise + "\"/>");
  }
}
