package cn.sunledger.narrative;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions that templates may call, by name. */
final class FunctionTable {
  private final Map<String, TemplateModel> functions = new LinkedHashMap<>();

  /** What a function does with its arguments. */
  @FunctionalInterface
  interface Body {
    /** The result, a typed value. */
    TemplateModel apply(Arguments arguments) throws TemplateModelException;
  }

  /** Adds a function. */
  void add(String name, Body body) {
    functions.put(name, (TemplateMethodModelEx) values -> body.apply(new Arguments(name, values)));
  }

  /** The functions as the data of a template. */
  Map<String, TemplateModel> asMap() {
    return functions;
  }
}
