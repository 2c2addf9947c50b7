package cn.sunledger.annotate.ooxml;

import cn.sunledger.annotate.content.OwnChart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes charts and the drawing that places them on a sheet. */
final class ChartXml {
  private static final String CHART_ML = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final String DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String SHEET_DRAWING =
      "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
  private static final List<String> RING =
      List.of("2F6690", "5F93BF", "C2912E", "B5523B", "5E8B7E", "7D7391", "4F5D75", "8C99A6");
  private static final String INK = "404B5A";
  private static final String LINE = "D5DBE2";

  private final OwnChart chart;
  private final StringBuilder out = new StringBuilder(8_192);

  private ChartXml(OwnChart chart) {
    this.chart = chart;
  }

  /** The drawing that places charts, which have the relations in order. */
  static String drawing(List<OwnChart> charts, List<String> relations) {
    StringBuilder out = new StringBuilder(Ooxml.DECLARATION);
    out.append("<xdr:wsDr xmlns:xdr=\"").append(SHEET_DRAWING).append("\" xmlns:a=\"");
    out.append(DRAWING_ML).append("\">");
    for (int i = 0; i < charts.size(); i++) {
      OwnChart.Place place = charts.get(i).place();
      out.append("<xdr:twoCellAnchor editAs=\"oneCell\">");
      corner(out, "from", place.fromRow(), place.fromColumn());
      corner(out, "to", place.toRow(), place.toColumn());
      out.append("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"");
      out.append(i + 2).append("\" name=\"图表 ").append(i + 1).append("\" descr=\"");
      out.append(XmlText.escape(charts.get(i).title())).append("\"/>");
      out.append("<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"");
      out.append("/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"");
      out.append(CHART_ML).append("\"><c:chart xmlns:c=\"").append(CHART_ML);
      out.append("\" xmlns:r=\"").append(Ooxml.RELATIONS).append("\" r:id=\"");
      out.append(relations.get(i)).append("\"/></a:graphicData></a:graphic>");
      out.append("</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>");
    }
    return out.append("</xdr:wsDr>").toString();
  }

  private static void corner(StringBuilder out, String name, int row, int column) {
    out.append("<xdr:").append(name).append("><xdr:col>").append(column);
    out.append("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>").append(row);
    out.append("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:").append(name).append('>');
  }

  /** The part of a chart. */
  static String chart(OwnChart chart) {
    return new ChartXml(chart).write();
  }

  private String write() {
    out.append(Ooxml.DECLARATION).append("<c:chartSpace xmlns:c=\"").append(CHART_ML);
    out.append("\" xmlns:a=\"").append(DRAWING_ML).append("\" xmlns:r=\"");
    out.append(Ooxml.RELATIONS).append("\"><c:roundedCorners val=\"0\"/><c:chart>");
    out.append("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr><a:r>");
    out.append("<a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"1\">").append(ink());
    out.append("</a:rPr><a:t>").append(XmlText.escape(chart.title()));
    out.append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
    out.append("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
    if (chart.kind() == OwnChart.Kind.RING) {
      ring();
    } else {
      bars();
    }
    out.append("</c:plotArea>");
    if (chart.kind() == OwnChart.Kind.RING || chart.series().size() > 1) {
      out.append("<c:legend><c:legendPos val=\"");
      out.append(chart.kind() == OwnChart.Kind.RING ? "r" : "b");
      out.append("\"/><c:overlay val=\"0\"/>").append(text(900)).append("</c:legend>");
    }
    out.append("<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
    out.append("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>");
    out.append("<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"").append(LINE);
    out.append("\"/></a:solidFill></a:ln></c:spPr></c:chartSpace>");
    return out.toString();
  }

  private static String ink() {
    return solid(INK);
  }

  private static String solid(String rgb) {
    return "<a:solidFill><a:srgbClr val=\"" + rgb + "\"/></a:solidFill>";
  }

  private static String text(int size) {
    return text(size, INK);
  }

  private static String text(int size, String rgb) {
    return "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\""
        + size
        + "\" b=\"0\">"
        + solid(rgb)
        + "</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>";
  }

  private void ring() {
    out.append("<c:doughnutChart><c:varyColors val=\"1\"/>");
    OwnChart.Series series = chart.series().get(0);
    head(series, 0);
    for (int i = 0; i < series.numbers().size(); i++) {
      out.append("<c:dPt><c:idx val=\"").append(i).append("\"/><c:bubble3D val=\"0\"/>");
      out.append(fill(RING.get(i % RING.size()), true)).append("</c:dPt>");
    }
    out.append("<c:dLbls>").append(text(900, "FFFFFF")).append("<c:showLegendKey val=\"0\"/>");
    out.append("<c:showVal val=\"0\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>");
    out.append("<c:showPercent val=\"1\"/><c:showBubbleSize val=\"0\"/>");
    out.append("<c:showLeaderLines val=\"1\"/></c:dLbls>");
    data(series);
    out.append("</c:ser><c:firstSliceAng val=\"0\"/><c:holeSize val=\"58\"/>");
    out.append("</c:doughnutChart>");
  }

  private void bars() {
    out.append("<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>");
    out.append("<c:varyColors val=\"0\"/>");
    for (int i = 0; i < chart.series().size(); i++) {
      OwnChart.Series series = chart.series().get(i);
      head(series, i);
      out.append(fill(series.color(), false)).append("<c:invertIfNegative val=\"0\"/><c:dLbls>");
      out.append("<c:numFmt formatCode=\"").append(XmlText.escape(chart.format()));
      out.append("\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
      out.append(text(800)).append("<c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/>");
      out.append("<c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>");
      out.append("<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
      data(series);
      out.append("</c:ser>");
    }
    out.append("<c:gapWidth val=\"").append(gap());
    out.append("\"/><c:axId val=\"111111111\"/><c:axId val=\"222222222\"/></c:barChart>");
    axes();
  }

  /** Few bars are kept slim. */
  private int gap() {
    int bars = chart.series().get(0).numbers().size() * chart.series().size();
    return bars <= 3 ? 200 : bars <= 6 ? 100 : 60;
  }

  private void axes() {
    out.append("<c:catAx><c:axId val=\"111111111\"/><c:scaling><c:orientation val=\"maxMin\"/>");
    out.append("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>");
    out.append("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
    out.append("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
    out.append("<c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\"><a:solidFill>");
    out.append("<a:srgbClr val=\"").append(LINE).append("\"/></a:solidFill></a:ln></c:spPr>");
    out.append(text(900)).append("<c:crossAx val=\"222222222\"/><c:crosses val=\"autoZero\"/>");
    out.append("<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>");
    out.append("<c:noMultiLvlLbl val=\"0\"/></c:catAx>");
    out.append("<c:valAx><c:axId val=\"222222222\"/><c:scaling><c:orientation val=\"minMax\"/>");
    if (chart.series().stream()
        .flatMap(series -> series.numbers().stream())
        .allMatch(number -> number.isEmpty() || number.get().signum() >= 0)) {
      out.append("<c:min val=\"0\"/>");
    }
    out.append("</c:scaling><c:delete val=\"1\"/><c:axPos val=\"t\"/>");
    out.append("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
    out.append("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
    out.append("<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"111111111\"/>");
    out.append("<c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>");
    out.append("<c:spPr><a:noFill/></c:spPr>");
  }

  private void head(OwnChart.Series series, int index) {
    out.append("<c:ser><c:idx val=\"").append(index).append("\"/><c:order val=\"").append(index);
    out.append("\"/><c:tx><c:strRef><c:f>").append(XmlText.escape(series.name()));
    out.append("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>");
    out.append(XmlText.escape(series.nameText()));
    out.append("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
  }

  private static String fill(String rgb, boolean edged) {
    String line =
        edged
            ? "<a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></a:ln>"
            : "";
    return "<c:spPr><a:solidFill><a:srgbClr val=\""
        + rgb
        + "\"/></a:solidFill>"
        + line
        + "</c:spPr>";
  }

  private void data(OwnChart.Series series) {
    out.append("<c:cat><c:strRef><c:f>").append(XmlText.escape(series.categories()));
    out.append("</c:f><c:strCache><c:ptCount val=\"").append(series.categoryTexts().size());
    out.append("\"/>");
    for (int i = 0; i < series.categoryTexts().size(); i++) {
      point(i, XmlText.escape(series.categoryTexts().get(i)));
    }
    out.append("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>");
    out.append(XmlText.escape(series.values()));
    out.append("</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"");
    out.append(series.numbers().size()).append("\"/>");
    for (int i = 0; i < series.numbers().size(); i++) {
      int place = i;
      Optional<BigDecimal> number = series.numbers().get(i);
      number.ifPresent(value -> point(place, value.toPlainString()));
    }
    out.append("</c:numCache></c:numRef></c:val>");
  }

  private void point(int index, String value) {
    out.append("<c:pt idx=\"").append(index).append("\"><c:v>").append(value);
    out.append("</c:v></c:pt>");
  }
}
