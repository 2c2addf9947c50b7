package cn.sunledger.narrative;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.UnformattableValueException;
import freemarker.template.TemplateNumberModel;
import java.util.Locale;

/**
 * The number format of all templates: it refuses. A number that is no typed amount has no cell, so
 * nothing can be printed from what a template calculates or counts.
 */
final class RefusedNumbers extends TemplateNumberFormatFactory {
  /** The name under which templates are told to use it. */
  static final String NAME = "refused";

  @Override
  public TemplateNumberFormat get(String params, Locale locale, Environment env) {
    return new Refusal();
  }

  private static final class Refusal extends TemplateNumberFormat {
    @Override
    public String formatToPlainText(TemplateNumberModel numberModel)
        throws UnformattableValueException {
      throw new UnformattableValueException("模板里的数没有单元格可依，不能直接打印，请用 金额() 等函数");
    }

    @Override
    public boolean isLocaleBound() {
      return false;
    }

    @Override
    public String getDescription() {
      return NAME;
    }
  }
}
