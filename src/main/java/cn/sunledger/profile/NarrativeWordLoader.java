package cn.sunledger.profile;

import cn.sunledger.model.Labels;
import cn.sunledger.model.NarrativeWord;
import cn.sunledger.model.NarrativeWord.Sense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads 情况说明用语 from the folders of a chain of profiles; later ones are looked at first. */
public final class NarrativeWordLoader {
  private static final Set<String> KEYS = Set.of("as", "words", "fund", "stage", "measure");

  private final TemplateFolder templates;

  /**
   * Over a template folder.
   *
   * @param templates packed and overriding files
   */
  public NarrativeWordLoader(TemplateFolder templates) {
    this.templates = templates;
  }

  /**
   * The words of the profiles.
   *
   * @param profiles names, the most general first
   * @return words, those of the last profile first
   * @throws ProfileException where a file is faulty
   */
  public List<NarrativeWord> words(List<String> profiles) {
    List<NarrativeWord> words = new ArrayList<>();
    for (int i = profiles.size() - 1; i >= 0; i--) {
      String file = profiles.get(i) + "/narrative-words.yaml";
      Optional<String> text = templates.text(file);
      if (text.isPresent()) {
        for (YamlValue entry : YamlValue.parse(file, text.get()).list()) {
          words.add(word(entry));
        }
      }
    }
    return words;
  }

  private static NarrativeWord word(YamlValue entry) {
    Map<String, YamlValue> entries = entry.entries(KEYS);
    return new NarrativeWord(
        entry.required(entries, "words").texts().stream().map(Labels::normal).toList(),
        sense(entry.required(entries, "as")),
        Optional.ofNullable(entries.get("fund")).map(LayoutLoader::fund),
        Optional.ofNullable(entries.get("stage")).map(LayoutLoader::stage),
        Optional.ofNullable(entries.get("measure")).map(YamlValue::text));
  }

  private static Sense sense(YamlValue value) {
    return Arrays.stream(Sense.values())
        .filter(sense -> sense.id().equals(value.text()))
        .findFirst()
        .orElseThrow(
            () ->
                value.fault(
                    "不认识的用语类别“"
                        + value.text()
                        + "”，可用："
                        + Arrays.stream(Sense.values())
                            .map(Sense::id)
                            .collect(Collectors.joining("、"))
                        + "。"));
  }
}
