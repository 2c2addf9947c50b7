package cn.sunledger.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 继承: a profile and those it extends, the most special first and {@code national} last. */
public final class ProfileChain {
  private static final String FILE = "profile.yaml";

  private final TemplateFolder folder;
  private final List<String> names;

  /**
   * Follows {@code extends} from a profile to its root.
   *
   * @param folder all profiles
   * @param name the profile's name, such as {@code changsha}
   * @throws ProfileException where a profile is missing or profiles extend each other in a circle
   */
  public ProfileChain(TemplateFolder folder, String name) {
    this.folder = folder;
    List<String> chain = new ArrayList<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent()) {
      String current = next.get();
      YamlValue root = root(folder, current);
      if (chain.contains(current)) {
        throw root.fault("extends 绕成了圈：" + String.join("→", chain) + "→" + current + "，请断开一处。");
      }
      chain.add(current);
      next = Optional.ofNullable(root.entries().get("extends")).map(YamlValue::text);
    }
    this.names = List.copyOf(chain);
  }

  private static YamlValue root(TemplateFolder folder, String name) {
    String path = name + "/" + FILE;
    String text =
        folder
            .text(path)
            .orElseThrow(
                () ->
                    new ProfileException(
                        path,
                        0,
                        "没有名为“" + name + "”的模板，可用的有：" + String.join("、", folder.names("")) + "。"));
    return YamlValue.parse(path, text);
  }

  /** The profiles' names, the most special first. */
  public List<String> names() {
    return names;
  }

  /**
   * The entries of the profiles' profile.yaml files, the most special first.
   *
   * @return one mapping per profile
   */
  public List<Map<String, YamlValue>> files() {
    return names.stream().map(name -> root(folder, name).entries()).toList();
  }

  /**
   * A file of the most special profile that has it.
   *
   * @param path the path inside a profile's folder, such as {@code narrative/final-01-total.ftl}
   * @return the file with its path from the top, or empty where no profile has it
   */
  public Optional<Text> find(String path) {
    return names.stream().map(name -> find(name, path)).flatMap(Optional::stream).findFirst();
  }

  /**
   * A file of one profile.
   *
   * @param name one of this chain's profiles
   * @param path the path inside its folder; one that leads out of it finds nothing
   */
  public Optional<Text> find(String name, String path) {
    return path.contains("..") || !names.contains(name)
        ? Optional.empty()
        : folder.text(name + "/" + path).map(text -> new Text(name + "/" + path, text));
  }

  /**
   * A file's text.
   *
   * @param file its path from the top, for messages
   * @param text its content
   */
  public record Text(String file, String text) {}
}
