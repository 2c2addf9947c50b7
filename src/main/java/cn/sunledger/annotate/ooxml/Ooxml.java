package cn.sunledger.annotate.ooxml;

/** Names that ECMA-376 gives: namespaces, kinds of parts and of relations. */
final class Ooxml {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String STRICT = "http://purl.oclc.org/ooxml/";
  static final String PACKAGE_RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  static final String SIGNATURES =
      "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/";

  static final String OFFICE_DOCUMENT = RELATIONS + "/officeDocument";
  static final String WORKSHEET = RELATIONS + "/worksheet";
  static final String STYLES = RELATIONS + "/styles";
  static final String COMMENTS = RELATIONS + "/comments";
  static final String VML_DRAWING = RELATIONS + "/vmlDrawing";
  static final String HYPERLINK = RELATIONS + "/hyperlink";
  static final String DRAWING = RELATIONS + "/drawing";
  static final String CHART = RELATIONS + "/chart";
  static final String CALC_CHAIN = RELATIONS + "/calcChain";
  static final String SHARED_STRINGS = RELATIONS + "/sharedStrings";
  static final String REVISION_HEADERS = RELATIONS + "/revisionHeaders";

  private static final String SHEET_ML =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  static final String WORKBOOK_TYPE = SHEET_ML + "sheet.main+xml";
  static final String WORKSHEET_TYPE = SHEET_ML + "worksheet+xml";
  static final String STYLES_TYPE = SHEET_ML + "styles+xml";
  static final String COMMENTS_TYPE = SHEET_ML + "comments+xml";
  static final String RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
  static final String VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  static final String DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
  static final String CHART_TYPE =
      "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

  static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private Ooxml() {}
}
