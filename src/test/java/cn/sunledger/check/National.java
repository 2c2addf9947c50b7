package cn.sunledger.check;

import cn.sunledger.check.rules.Checks;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import java.util.List;
import java.util.Optional;

/** The rules and tables of the whole country, read once for all tests of the check. */
final class National {
  static final RuleBook BOOK;
  static final TableRecognizer RECOGNIZER;

  static {
    List<String> profiles = List.of("national");
    TemplateFolder templates = new TemplateFolder(Optional.empty());
    BOOK = new RuleLoader(templates, Checks.names()).load(profiles);
    LayoutLoader layouts = new LayoutLoader(templates);
    RECOGNIZER = new TableRecognizer(layouts.layouts(profiles), layouts.vocabulary(profiles));
  }

  private National() {}
}
