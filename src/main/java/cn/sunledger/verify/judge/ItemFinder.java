package cn.sunledger.verify.judge;

import cn.sunledger.model.Labels;
import cn.sunledger.verify.read.Subject;
import cn.sunledger.verify.table.Figure;
import cn.sunledger.verify.table.FigureIndex;
import cn.sunledger.verify.table.Item;
import cn.sunledger.verify.text.Token.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the subjects of the tables that a name of the text means. */
final class ItemFinder {
  private static final Pattern MARKED = Pattern.compile("([^,。;:!?()\\s\\d]+)\\((?:类|款|项)\\)");

  private final Set<Item> items = new LinkedHashSet<>();

  ItemFinder(FigureIndex index) {
    for (Figure figure : index.all()) {
      figure.item().ifPresent(items::add);
    }
  }

  /**
   * What a name means.
   *
   * @param items the subjects; more than one where the name alone does not tell
   * @param exact whether the name is written as in the tables
   */
  record Found(List<Item> items, boolean exact) {
    /** Copies the list. */
    Found {
      items = List.copyOf(items);
    }
  }

  /**
   * The subjects that a name means.
   *
   * @param subject the name, with the names above it
   * @param headings the headings it stands under, which may name what is above it
   */
  Found find(Subject subject, List<String> headings) {
    if (!subject.code().isEmpty()) {
      List<Item> coded = items.stream().filter(i -> i.code().equals(subject.code())).toList();
      if (!coded.isEmpty()) {
        return new Found(coded, true);
      }
    }
    String name = Labels.withoutEnumerator(Labels.normal(subject.itemName()));
    if (name.length() < 2) {
      return new Found(List.of(), true);
    }
    List<Item> exact = items.stream().filter(item -> item.label().equals(name)).toList();
    List<Item> alike = exact.isEmpty() ? alike(name) : exact;
    boolean sure =
        !exact.isEmpty() || alike.stream().allMatch(i -> core(i.label()).equals(core(name)));
    if (alike.isEmpty() && subject.path().size() > 1) {
      alike = items.stream().filter(item -> near(item.label(), name)).toList();
      sure = false;
    }
    List<Item> placed = atLevel(alike, subject);
    return new Found(underPath(placed, subject, headings), sure);
  }

  private List<Item> alike(String name) {
    return items.stream().filter(item -> core(item.label()).equals(core(name))).toList();
  }

  /** 公共安全 and 公共安全支出 are one. */
  static String core(String label) {
    return label.length() > 4 && label.endsWith("支出")
        ? label.substring(0, label.length() - 2)
        : label;
  }

  private static List<Item> atLevel(List<Item> found, Subject subject) {
    if (subject.path().isEmpty()) {
      return found;
    }
    int level = subject.path().get(subject.path().size() - 1).level();
    List<Item> same =
        found.stream()
            .filter(item -> item.level() == level || item.level() == 0 || item.economic())
            .toList();
    return same.isEmpty() ? found : same;
  }

  private static List<Item> underPath(List<Item> found, Subject subject, List<String> headings) {
    List<String> above = new ArrayList<>();
    List<Level> path = subject.path();
    for (int i = 0; i < path.size() - 1; i++) {
      above.add(Labels.normal(path.get(i).name()));
    }
    for (String heading : headings) {
      Matcher marked = MARKED.matcher(Labels.withoutEnumerator(Labels.normal(heading)));
      while (marked.find()) {
        above.add(marked.group(1));
      }
    }
    List<Item> rest = found;
    for (String name : above) {
      List<Item> under =
          rest.stream()
              .filter(
                  item ->
                      item.path().stream()
                          .anyMatch(p -> core(p).equals(core(name)) || near(p, name)))
              .toList();
      if (!under.isEmpty()) {
        rest = under;
      }
    }
    return withTwins(rest, found);
  }

  /** The same subjects in tables that do not print what is above them. */
  private static List<Item> withTwins(List<Item> chosen, List<Item> found) {
    return found.stream()
        .filter(
            item ->
                chosen.contains(item)
                    || chosen.stream()
                        .anyMatch(
                            other ->
                                item.code().isEmpty()
                                    ? item.path().size() <= 1 && item.label().equals(other.label())
                                    : item.code().equals(other.code())))
        .toList();
  }

  /** Whether two names differ by so little that one is a slip for the other. */
  static boolean near(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    return longest >= 5 && distance(one, other) <= (longest >= 9 ? 3 : longest >= 7 ? 2 : 1);
  }

  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int k = 0; k <= other.length(); k++) {
      before[k] = k;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int k = 1; k <= other.length(); k++) {
        int same = before[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
        row[k] = Math.min(same, Math.min(before[k], row[k - 1]) + 1);
      }
      before = row;
    }
    return before[other.length()];
  }

  /** All subjects. */
  Set<Item> all() {
    return items;
  }
}
