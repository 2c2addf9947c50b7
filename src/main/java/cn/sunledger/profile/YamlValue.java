package cn.sunledger.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a YAML file that knows its file and line, so that every fault can name them. Scalars
 * are strings: 90.00 keeps its digits and 01 its zero.
 */
public final class YamlValue {
  private final String file;
  private final Node node;

  private YamlValue(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /**
   * Parses a file.
   *
   * @param file name for messages
   * @param text the file's text
   * @return the root node
   * @throws ProfileException where the text is no YAML or empty
   */
  public static YamlValue parse(String file, String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      return new YamlValue(
          file, root.orElseThrow(() -> new ProfileException(file, 0, "文件是空的，请补上内容或删去此文件。")));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      throw new ProfileException(file, line, "不是合法的 YAML（" + e.getProblem() + "），请检查缩进、冒号和引号。");
    } catch (YamlEngineException e) {
      throw new ProfileException(file, 0, "不是合法的 YAML，请检查缩进、冒号和引号。");
    }
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The node's one-based line. */
  public int line() {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  /**
   * A fault at this node.
   *
   * @param problem what is wrong and what to do, in Chinese
   * @return the exception to throw
   */
  public ProfileException fault(String problem) {
    return new ProfileException(file, line(), problem);
  }

  /** The node as text; a fault where it is a list or a mapping. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault("这里应是一个文字或数，不应是列表或映射。");
  }

  /** Whether the node is a plain text. */
  public boolean isText() {
    return node instanceof ScalarNode;
  }

  /** Whether the node is a mapping. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The node's elements; a single text counts as a list of one, a blank one as an empty list. */
  public List<YamlValue> list() {
    if (node instanceof SequenceNode sequence) {
      List<YamlValue> elements = new ArrayList<>();
      for (Node element : sequence.getValue()) {
        elements.add(new YamlValue(file, element));
      }
      return elements;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isEmpty() ? List.of() : List.of(this);
    }
    throw fault("这里应是一个列表（每项以“- ”开头）。");
  }

  /** The node's elements as texts. */
  public List<String> texts() {
    return list().stream().map(YamlValue::text).toList();
  }

  /** The mapping's entries in order; a fault where the node is none or a key is no text. */
  public Map<String, YamlValue> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("这里应是一个映射（键: 值）。");
    }
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new YamlValue(file, tuple.getKeyNode()).text();
      if (entries.put(key, new YamlValue(file, tuple.getValueNode())) != null) {
        throw new YamlValue(file, tuple.getKeyNode()).fault("键“" + key + "”写了两次，请删去一个。");
      }
    }
    return entries;
  }

  /**
   * The mapping's entries, all of whose keys must be known.
   *
   * @param known the keys that may stand here
   * @return the entries in order
   * @throws ProfileException where another key stands here
   */
  public Map<String, YamlValue> entries(Set<String> known) {
    Map<String, YamlValue> entries = entries();
    for (Map.Entry<String, YamlValue> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .fault(
                "不认识的键“"
                    + entry.getKey()
                    + "”，可用的键有："
                    + String.join("、", known.stream().sorted().toList())
                    + "。");
      }
    }
    return entries;
  }

  /**
   * A value that must be there.
   *
   * @param entries this mapping's entries
   * @param key its key
   * @return the value
   * @throws ProfileException where it is missing
   */
  public YamlValue required(Map<String, YamlValue> entries, String key) {
    YamlValue value = entries.get(key);
    if (value == null) {
      throw fault("缺少“" + key + "”，请补上。");
    }
    return value;
  }
}
