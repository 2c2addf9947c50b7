package cn.sunledger.grid;

/** What a file is, told from its content; names and extensions are not asked. */
enum FileKind {
  XLSX("", ""),
  XLS("", ""),
  EMPTY("是空文件（0 字节）", "请重新获取这份文件"),
  ENCRYPTED("设有打开密码，无法读取", "请在 Excel 或 WPS 中输入密码打开、去掉密码后另存为 .xlsx 再试"),
  XLSB("是 .xlsb（Excel 二进制工作簿）", Constants.SAVE_AS),
  OLD_EXCEL("是 Excel 95 或更早版本的工作簿", Constants.SAVE_AS),
  XML_SPREADSHEET("是 XML 表格（XML 电子表格 2003）", Constants.SAVE_AS),
  HTML("是网页（HTML），不是 Excel 工作簿", Constants.OPEN_AND_SAVE),
  MHTML("是单个文件网页（MHTML），不是 Excel 工作簿", Constants.OPEN_AND_SAVE),
  XML("是 XML 文件，不是 Excel 工作簿", Constants.EXPORT),
  SYLK("是 SYLK 表格，不是 Excel 工作簿", Constants.OPEN_AND_SAVE),
  TEXT("是纯文本（如 CSV），不是 Excel 工作簿", Constants.OPEN_AND_SAVE),
  RTF("是 RTF 文档，不是 Excel 工作簿", Constants.EXPORT),
  PDF("是一份 PDF，不是 Excel 工作簿", Constants.EXPORT),
  OFD("是一份 OFD 版式文件，不是 Excel 工作簿", Constants.EXPORT),
  DOCX("是 Word 文档（.docx），不是 Excel 工作簿", Constants.EXPORT),
  DOC("是 Word 文档（.doc），不是 Excel 工作簿", Constants.EXPORT),
  PPTX("是演示文稿（.pptx），不是 Excel 工作簿", Constants.EXPORT),
  PPT("是演示文稿（.ppt），不是 Excel 工作簿", Constants.EXPORT),
  OPEN_DOCUMENT("是 OpenDocument 文件（如 .ods）", Constants.SAVE_AS),
  NUMBERS("是 Apple iWork 文件（如 .numbers）", "请在原软件中导出为 .xlsx 后重试"),
  ARCHIVE("是压缩包，不是 Excel 工作簿", "请先解压缩，再用其中的工作簿重试"),
  IMAGE("是图片，不是 Excel 工作簿", Constants.EXPORT),
  OLE("是 OLE 复合文档，但其中没有工作簿", Constants.EXPORT),
  UNKNOWN("不是 Excel 工作簿", Constants.EXPORT);

  private final String words;
  private final String remedy;

  FileKind(String words, String remedy) {
    this.words = words;
    this.remedy = remedy;
  }

  /** Why this kind is not read, and what to do. */
  WorkbookFault fault() {
    return new WorkbookFault(words, remedy);
  }

  /** Remedies that several kinds share; an enum's own constants cannot be used before they are. */
  private static final class Constants {
    private static final String SAVE_AS = "请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试";
    private static final String OPEN_AND_SAVE = "请用 Excel 或 WPS 打开核对无误后另存为 .xlsx 再试";
    private static final String EXPORT = "请取得表格的原件，或在 Excel、WPS 中另存为 .xlsx 后重试";

    private Constants() {}
  }
}
