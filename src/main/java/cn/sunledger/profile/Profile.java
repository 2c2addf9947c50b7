package cn.sunledger.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 地方模板: one folder of templates, over the one it extends.
 *
 * @param name the folder's name, such as {@code changsha}
 * @param title what it is for, in Chinese
 * @param chain the folders in force, the most general first and its own last
 * @param places what a department's name holds where the profile is meant (长沙市); its own only, not
 *     those of the profiles it extends
 */
public record Profile(String name, String title, List<String> chain, List<String> places) {
  /** Copies the lists. */
  public Profile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    chain = List.copyOf(chain);
    places = List.copyOf(places);
  }

  /**
   * The file that is in force: the profile's own where it has one, else that of the profile it
   * extends.
   *
   * @param templates all profiles
   * @param relative path inside a profile, such as {@code narrative/01.ftl}
   * @return the path from the top of the templates, or empty where no folder has the file
   */
  public Optional<String> file(TemplateFolder templates, String relative) {
    for (int i = chain.size() - 1; i >= 0; i--) {
      String path = chain.get(i) + "/" + relative;
      if (templates.text(path).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /**
   * The names of all files in force in a folder, sorted.
   *
   * @param templates all profiles
   * @param folder folder inside a profile, such as {@code rules}
   */
  public List<String> names(TemplateFolder templates, String folder) {
    return chain.stream()
        .flatMap(own -> templates.names(own + "/" + folder).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
