package cn.sunledger.job;

import cn.sunledger.check.RuleChecker;
import cn.sunledger.check.rules.Checks;
import cn.sunledger.compare.DisclosureComparer;
import cn.sunledger.grid.WorkbookGrid;
import cn.sunledger.layout.RegionFinder;
import cn.sunledger.layout.TableRecognizer;
import cn.sunledger.layout.WorkbookRegions;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.TextRule;
import cn.sunledger.model.Wording;
import cn.sunledger.model.rule.RuleBook;
import cn.sunledger.narrative.NarrativeWriter;
import cn.sunledger.profile.HeadingLoader;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.NarrativeWordLoader;
import cn.sunledger.profile.Profile;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileLoader;
import cn.sunledger.profile.RuleLoader;
import cn.sunledger.profile.TemplateFolder;
import cn.sunledger.profile.TextFlawLoader;
import cn.sunledger.profile.TextRuleLoader;
import cn.sunledger.profile.WordingReader;
import cn.sunledger.verify.NarrativeVerifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stages of the line, each built once from the templates of the profile that is in force: the
 * one that was named, else the one meant for the department whose workbook it is.
 */
public final class Stages {
  private final TemplateFolder templates;
  private final ProfileLoader profiles;
  private final Optional<Profile> named;
  private final Map<String, Profile> byUnit = new ConcurrentHashMap<>();
  private final Map<Profile, RuleChecker> checkers = new ConcurrentHashMap<>();
  private final Map<Profile, DisclosureComparer> comparers = new ConcurrentHashMap<>();
  private final Map<Profile, Wording> wordings = new ConcurrentHashMap<>();
  private final Map<Profile, NarrativeWriter> writers = new ConcurrentHashMap<>();
  private final Map<Profile, NarrativeVerifier> verifiers = new ConcurrentHashMap<>();
  private final RegionFinder finder = new RegionFinder();
  private final TableRecognizer general;

  /** The recognisers of profiles, by their names. */
  private final Map<String, TableRecognizer> local = new ConcurrentHashMap<>();

  /**
   * Over templates.
   *
   * @param templates the packed ones and the user's
   * @param profile name of the profile; empty where each department shall get its own
   * @throws cn.sunledger.profile.ProfileException where the profile is faulty
   */
  public Stages(TemplateFolder templates, Optional<String> profile) {
    this.templates = templates;
    this.profiles = new ProfileLoader(templates);
    this.named = profile.map(profiles::load);
    this.general = recognizer(named.orElseGet(() -> profiles.load(ProfileLoader.NATIONAL)));
  }

  /**
   * The profile in force.
   *
   * @param unitName the department's name; may be empty
   */
  public Profile profile(String unitName) {
    return named.orElseGet(() -> byUnit.computeIfAbsent(unitName, profiles::forUnit));
  }

  /**
   * Checks by the rules of a profile.
   *
   * @param profile the profile in force
   */
  RuleChecker checker(Profile profile) {
    return checkers.computeIfAbsent(profile, key -> new RuleChecker(ruleBook(key)));
  }

  /**
   * The rules of a profile.
   *
   * @param profile the profile
   * @throws cn.sunledger.profile.ProfileException where a rule is faulty
   */
  public RuleBook ruleBook(Profile profile) {
    return new RuleLoader(templates, Checks.names()).load(profile.chain());
  }

  /**
   * What is checked of a narrative.
   *
   * @param profile the profile
   */
  public List<TextRule> textRules(Profile profile) {
    return new TextRuleLoader(templates).rules(profile.chain());
  }

  /**
   * Compares in the digits and by the 科目 of a profile.
   *
   * @param profile the profile in force
   */
  DisclosureComparer comparer(Profile profile) {
    return comparers.computeIfAbsent(
        profile,
        key ->
            new DisclosureComparer(
                wording(key).rateDigits(), new RuleLoader(templates).codes(key.chain())));
  }

  /**
   * Writes in the wording of a profile.
   *
   * @param profile the profile in force
   */
  NarrativeWriter writer(Profile profile) {
    return writers.computeIfAbsent(profile, key -> new NarrativeWriter(wording(key), chain(key)));
  }

  /**
   * Verifies narratives in the words of a profile.
   *
   * @param profile the profile in force
   */
  NarrativeVerifier verifier(Profile profile) {
    return verifiers.computeIfAbsent(
        profile,
        key ->
            new NarrativeVerifier(
                new NarrativeWordLoader(templates).words(key.chain()),
                new LayoutLoader(templates).vocabulary(key.chain()),
                new TextFlawLoader(templates).flaws(key.chain()),
                new HeadingLoader(templates).headings(key.chain())));
  }

  private Wording wording(Profile profile) {
    return wordings.computeIfAbsent(profile, key -> new WordingReader(chain(key)).read());
  }

  private ProfileChain chain(Profile profile) {
    return new ProfileChain(templates, profile.name());
  }

  /** Reads workbooks and finds their tables. */
  public DisclosureReader reader() {
    return new DisclosureReader(this::recognise);
  }

  /** Whose a workbook is tells what stands around its tables: then its place's layouts count. */
  private Disclosure recognise(WorkbookGrid grid) {
    WorkbookRegions regions = finder.find(grid);
    TableRecognizer recognizer = named.isPresent() ? general : local(regions.unitName());
    return recognizer.recognise(regions);
  }

  /** The recogniser for a department's workbooks. */
  private TableRecognizer local(String unitName) {
    Profile profile = profile(unitName);
    return local.computeIfAbsent(profile.name(), name -> ownOf(profile).orElse(general));
  }

  /** The recogniser of a profile that reads in a way of its own. */
  private Optional<TableRecognizer> ownOf(Profile profile) {
    boolean own =
        profile.chain().stream()
            .filter(folder -> !folder.equals(ProfileLoader.NATIONAL))
            .anyMatch(
                folder ->
                    !templates.names(folder + "/layouts").isEmpty()
                        || templates.text(folder + "/vocabulary.yaml").isPresent());
    return own ? Optional.of(recognizer(profile)) : Optional.empty();
  }

  private TableRecognizer recognizer(Profile profile) {
    LayoutLoader layouts = new LayoutLoader(templates);
    return new TableRecognizer(
        layouts.layouts(profile.chain()), layouts.vocabulary(profile.chain()));
  }
}
