package cn.sunledger.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 地方模板: one folder of templates, over the one it extends.
 *
 * @param name the folder's name, such as {@code changsha}
 * @param title what it is for, in Chinese
 * @param folders its own folder first, then the one it extends, up to the last
 * @param places what a department's name holds where the profile is meant (长沙市); its own only, not
 *     those of the profiles it extends
 */
public record Profile(String name, String title, List<String> folders, List<String> places) {
  /** Copies the lists. */
  public Profile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    folders = List.copyOf(folders);
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
    return folders.stream()
        .map(folder -> folder + "/" + relative)
        .filter(path -> templates.text(path).isPresent())
        .findFirst();
  }

  /**
   * The names of all files in force in a folder, sorted.
   *
   * @param templates all profiles
   * @param folder folder inside a profile, such as {@code rules}
   */
  public List<String> names(TemplateFolder templates, String folder) {
    return folders.stream()
        .flatMap(own -> templates.names(own + "/" + folder).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
