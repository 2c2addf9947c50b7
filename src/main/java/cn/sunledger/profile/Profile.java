package cn.sunledger.profile;

import java.util.List;
import java.util.Objects;

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
}
