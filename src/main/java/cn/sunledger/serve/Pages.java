package cn.sunledger.serve;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** Pages and parts of pages, of templates that escape whatever they print. */
final class Pages {
  private final Configuration configuration;

  Pages() {
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Pages.class, "/serve"));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setWhitespaceStripping(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /**
   * A page.
   *
   * @param template name of the template, without its ending
   * @param data what it shows
   */
  String page(String template, Map<String, Object> data) throws IOException {
    try {
      StringWriter text = new StringWriter();
      configuration.getTemplate(template + ".ftlh").process(data, text);
      return text.toString();
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
  }
}
