package cn.sunledger.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code <name>/profile.yaml} and follows what it extends. */
public final class ProfileLoader {
  /** The profile that every other one extends in the end, and the one in force where none is. */
  public static final String NATIONAL = "national";

  private static final String FILE = "/profile.yaml";
  private static final Set<String> KEYS = Set.of("name", "title", "extends", "places");

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

  private final TemplateFolder templates;
  private List<Profile> all = List.of();

  /**
   * Over all profiles.
   *
   * @param templates the packed ones and the user's
   */
  public ProfileLoader(TemplateFolder templates) {
    this.templates = templates;
  }

  /** The names of all profiles, sorted. */
  public List<String> names() {
    return templates.names("").stream()
        .filter(name -> templates.text(name + FILE).isPresent())
        .toList();
  }

  /**
   * One profile.
   *
   * @param name its folder's name
   * @return the profile with the chain of those it extends
   * @throws ProfileException where it does not exist, is faulty, or extends itself
   */
  public Profile load(String name) {
    Entry own = entry(name, Optional.empty());
    List<String> chain = new ArrayList<>(List.of(name));
    Entry entry = own;
    while (entry.parent().isPresent()) {
      YamlValue parent = entry.parent().get();
      if (chain.contains(parent.text())) {
        throw parent.fault("“" + parent.text() + "”又回到了它自己，请改掉 extends。");
      }
      chain.add(0, parent.text());
      entry = entry(parent.text(), Optional.of(parent));
    }
    return new Profile(name, own.title(), chain, own.places());
  }

  /**
   * All profiles, sorted by name.
   *
   * @throws ProfileException where one is faulty
   */
  public synchronized List<Profile> all() {
    if (all.isEmpty()) {
      all = names().stream().map(this::load).toList();
    }
    return all;
  }

  /**
   * The profile meant for a department: the one that names the longest part of the department's
   * name as its place, else the national one.
   *
   * @param unitName the department's name; may be empty
   * @throws ProfileException where a profile is faulty
   */
  public Profile forUnit(String unitName) {
    record Match(Profile profile, int length) {}
    return all().stream()
        .flatMap(
            profile ->
                profile.places().stream()
                    .filter(place -> !place.isEmpty() && unitName.contains(place))
                    .map(place -> new Match(profile, place.length())))
        .max(
            Comparator.comparingInt(Match::length)
                .thenComparing(match -> match.profile().chain().size())
                .thenComparing(match -> match.profile().name()))
        .map(Match::profile)
        .orElseGet(() -> load(NATIONAL));
  }

  private Entry entry(String name, Optional<YamlValue> namedAt) {
    Optional<String> text =
        NAME.matcher(name).matches() ? templates.text(name + FILE) : Optional.empty();
    if (text.isEmpty()) {
      String problem = "没有名为“" + name + "”的模板，可用的有：" + String.join("、", names()) + "。";
      throw namedAt
          .map(at -> at.fault(problem))
          .orElseGet(() -> new ProfileException(name + FILE, 0, problem));
    }
    YamlValue root = YamlValue.parse(name + FILE, text.get());
    Map<String, YamlValue> entries = root.entries(KEYS);
    YamlValue stated = root.required(entries, "name");
    if (!stated.text().equals(name)) {
      throw stated.fault("name 应与所在文件夹同名，请改为“" + name + "”。");
    }
    return new Entry(
        Optional.ofNullable(entries.get("title")).map(YamlValue::text).orElse(name),
        Optional.ofNullable(entries.get("extends")),
        Optional.ofNullable(entries.get("places")).map(YamlValue::texts).orElse(List.of()));
  }

  private record Entry(String title, Optional<YamlValue> parent, List<String> places) {}
}
