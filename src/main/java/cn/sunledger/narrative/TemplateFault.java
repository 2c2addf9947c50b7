package cn.sunledger.narrative;

import cn.sunledger.profile.ProfileException;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.UnexpectedTypeException;
import freemarker.core.UnformattableValueException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** What is wrong with a template, in Chinese, with its file and line. */
final class TemplateFault {
  private static final int EXCERPT = 60;

  private final UnaryOperator<String> file;
  private final UnaryOperator<String> source;

  /**
   * Knows where templates stand.
   *
   * @param file a template's path by its name
   * @param source a template's text by its name
   */
  TemplateFault(UnaryOperator<String> file, UnaryOperator<String> source) {
    this.file = file;
    this.source = source;
  }

  /** A fault met while the template was executed. */
  ProfileException of(String name, TemplateException e) {
    if (e.getCause() instanceof IOException unread && !(unread instanceof ParseException)) {
      return new ProfileException(file.apply(template(name, e)), line(e), unread(unread));
    }
    if (e.getCause() instanceof ParseException parse) {
      return of(name, parse);
    }
    String template = template(name, e);
    int line = line(e);
    return new ProfileException(file.apply(template), line, problem(e, excerpt(template, line)));
  }

  /** A fault met while the template was read. */
  ProfileException of(String name, IOException e) {
    if (e instanceof ParseException parse) {
      String template = parse.getTemplateName() == null ? name : parse.getTemplateName();
      return new ProfileException(
          file.apply(template),
          parse.getLineNumber(),
          "模板语法有误，请检查指令是否成对、括号和引号是否配齐" + excerpt(template, parse.getLineNumber()) + "。");
    }
    return new ProfileException(file.apply(name), 0, unread(e));
  }

  private static String unread(IOException e) {
    if (e instanceof TemplateNotFoundException missing) {
      return "找不到模板“" + missing.getTemplateName() + "”，请检查文件名。";
    }
    if (e instanceof MalformedTemplateNameException malformed) {
      return "模板“" + malformed.getTemplateName() + "”不在本目录内，不能引用。";
    }
    return "读不出来，请检查文件的编码是否为 UTF-8。";
  }

  private static String template(String name, TemplateException e) {
    return e.getTemplateSourceName() == null ? name : e.getTemplateSourceName();
  }

  private static int line(TemplateException e) {
    return e.getLineNumber() == null ? 0 : e.getLineNumber();
  }

  private static String problem(TemplateException e, String excerpt) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause.getClass() == TemplateModelException.class
          || cause.getClass() == UnformattableValueException.class) {
        if (message != null && !message.isEmpty() && isChinese(message.charAt(0))) {
          return message.lines().findFirst().orElse("") + excerpt + "。";
        }
      }
    }
    String expression = e.getBlamedExpressionString();
    String blamed = expression == null ? "" : "“" + expression + "”";
    if (e instanceof InvalidReferenceException) {
      return blamed + "没有这个名称，请检查拼写" + excerpt + "。";
    }
    if (e instanceof UnexpectedTypeException) {
      return blamed + "不能这样用：金额要用 金额()、增减() 等函数打印，列表要用 list 指令" + excerpt + "。";
    }
    return "模板执行出错" + (blamed.isEmpty() ? "" : "，出在" + blamed) + "，请检查宏和函数的参数" + excerpt + "。";
  }

  private static boolean isChinese(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || c == '“';
  }

  /** The faulty line, shortened. */
  private String excerpt(String template, int line) {
    return source
        .apply(template)
        .lines()
        .skip(Math.max(0, line - 1L))
        .findFirst()
        .map(String::strip)
        .filter(text -> line > 0 && !text.isEmpty())
        .map(text -> text.length() > EXCERPT ? text.substring(0, EXCERPT) + "……" : text)
        .map(text -> "（该行：" + text + "）")
        .orElse("");
  }
}
