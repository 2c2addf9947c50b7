package cn.sunledger.profile;

import java.util.ArrayList;
import java.util.Collections;
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
  private static final Set<String> KEYS =
      Set.of("name", "title", "extends", "places", "wording", "narrative");

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
    if (!NAME.matcher(name).matches()) {
      throw new ProfileException(name, 0, "模板的名称只能由字母、数字、- 和 _ 组成。");
    }
    List<String> chain = new ArrayList<>(new ProfileChain(templates, name).names());
    Collections.reverse(chain);
    YamlValue root = YamlValue.parse(name + FILE, templates.text(name + FILE).orElseThrow());
    Map<String, YamlValue> entries = root.entries(KEYS);
    YamlValue stated = root.required(entries, "name");
    if (!stated.text().equals(name)) {
      throw stated.fault("name 应与所在文件夹同名，请改为“" + name + "”。");
    }
    return new Profile(
        name,
        Optional.ofNullable(entries.get("title")).map(YamlValue::text).orElse(name),
        chain,
        Optional.ofNullable(entries.get("places")).map(YamlValue::texts).orElse(List.of()));
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
}
