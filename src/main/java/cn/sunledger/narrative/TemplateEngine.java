package cn.sunledger.narrative;

import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileException;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateProcessingTracer;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Freemarker, hardened: templates of a profile's folder only, no classes, no API, fixed locale, raw
 * numbers refused, output and steps bounded, faults in Chinese with file and line.
 */
final class TemplateEngine {
  private static final String FOLDER = "narrative/";

  /** Sentences that all sections share; a profile's own come over those of the one it extends. */
  private static final String MACROS = "macros.ftl";

  /** Parts the profile from the file where a template of one profile is meant. */
  private static final String OF = "@";

  private static final long STEPS = 5_000_000;

  private final ProfileChain chain;
  private final Configuration configuration;

  TemplateEngine(ProfileChain chain) {
    this.chain = chain;
    this.configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new FolderLoader(chain));
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    configuration.setCustomNumberFormats(Map.of(RefusedNumbers.NAME, new RefusedNumbers()));
    configuration.setNumberFormat("@" + RefusedNumbers.NAME);
    configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(false);
    for (int i = chain.names().size() - 1; i >= 0; i--) {
      String profile = chain.names().get(i);
      if (chain.find(profile, FOLDER + MACROS).isPresent()) {
        configuration.addAutoInclude(profile + OF + MACROS);
      }
    }
  }

  /**
   * The text of a template.
   *
   * @param name the template's name in the folder
   * @param data functions and values by name
   * @throws ProfileException where the template is faulty
   */
  String text(String name, Map<String, TemplateModel> data) {
    TemplateFault fault = new TemplateFault(this::file, this::source);
    BoundedText text = new BoundedText();
    try {
      Template template = configuration.getTemplate(name);
      Environment environment = template.createProcessingEnvironment(data, text);
      environment.setTemplateProcessingTracer(new StepCounter());
      environment.process();
      return text.toString();
    } catch (TemplateLimitException e) {
      throw new ProfileException(file(name), 0, e.getMessage() + "，请检查循环。");
    } catch (StackOverflowError e) {
      throw new ProfileException(file(name), 0, "宏一再套用自身，没有尽头，请断开。");
    } catch (TemplateException e) {
      throw fault.of(name, e);
    } catch (IOException e) {
      throw fault.of(name, e);
    }
  }

  private String file(String name) {
    return find(chain, name).map(ProfileChain.Text::file).orElse(FOLDER + name);
  }

  private String source(String name) {
    return find(chain, name).map(ProfileChain.Text::text).orElse("");
  }

  private static Optional<ProfileChain.Text> find(ProfileChain chain, String name) {
    int at = name.indexOf(OF);
    return at < 0
        ? chain.find(FOLDER + name)
        : chain.find(name.substring(0, at), FOLDER + name.substring(at + 1));
  }

  /** Counts what a template does and stops it when it does not end. */
  private static final class StepCounter implements TemplateProcessingTracer {
    private long steps;

    @Override
    public void enterElement(Environment environment, TracedElement element) {
      steps++;
      if (steps > STEPS) {
        throw new TemplateLimitException("模板执行了" + STEPS + "步还没有结束");
      }
    }

    @Override
    public void exitElement(Environment environment, TracedElement element) {
      // only entries are counted
    }
  }

  /** Loads the templates of a profile and those it extends, and nothing else. */
  private record FolderLoader(ProfileChain chain) implements TemplateLoader {
    @Override
    public Object findTemplateSource(String name) {
      return name.contains("/") ? null : find(chain, name).orElse(null);
    }

    @Override
    public long getLastModified(Object source) {
      return -1;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
      ProfileChain.Text text = (ProfileChain.Text) source;
      TemplateGuard.check(text.file(), text.text());
      return new StringReader(Paragraphs.marked(text.text()));
    }

    @Override
    public void closeTemplateSource(Object source) {
      // nothing is open
    }
  }
}
