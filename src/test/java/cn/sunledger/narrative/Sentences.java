package cn.sunledger.narrative;

import cn.sunledger.model.Narrative;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two texts sentence by sentence: split at 。；and line ends, blanks left out, commas, brackets and
 * enumerators of one width.
 */
final class Sentences {
  private static final Pattern ENUMERATOR = Pattern.compile("[⒈-⒛]");

  private Sentences() {}

  /** The sentences of a narrative, headings included. */
  static List<String> of(Narrative narrative) {
    List<String> lines = new ArrayList<>();
    for (Narrative.Section section : narrative.sections()) {
      lines.add(section.heading());
      lines.addAll(section.paragraphs());
    }
    return of(lines);
  }

  /** The sentences of lines. */
  static List<String> of(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of(line.split("[。；]")))
        .map(Sentences::normal)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private static String normal(String sentence) {
    return ENUMERATOR
        .matcher(sentence.replaceAll("[\\s\\u3000\\u00A0]", ""))
        .replaceAll(match -> (match.group().charAt(0) - '⒈' + 1) + ".")
        .replace(',', '，')
        .replace('(', '（')
        .replace(')', '）');
  }

  /**
   * Where two texts differ.
   *
   * @param published sentences of the one, joined by a bar; may be empty
   * @param ours sentences of the other
   */
  record Difference(String published, String ours) {}

  /** The differing stretches of two texts, by their longest common subsequence. */
  static List<Difference> differences(List<String> published, List<String> ours) {
    int[][] common = common(published, ours);
    List<Difference> differences = new ArrayList<>();
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < published.size() || j < ours.size()) {
      if (i < published.size() && j < ours.size() && published.get(i).equals(ours.get(j))) {
        flush(differences, left, right);
        i++;
        j++;
      } else if (j >= ours.size() || i < published.size() && common[i + 1][j] >= common[i][j + 1]) {
        left.add(published.get(i++));
      } else {
        right.add(ours.get(j++));
      }
    }
    flush(differences, left, right);
    return differences;
  }

  private static int[][] common(List<String> one, List<String> other) {
    int[][] length = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            one.get(i).equals(other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }

  /** Sentences that face each other are differences of their own. */
  private static void flush(List<Difference> differences, List<String> left, List<String> right) {
    if (left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        differences.add(new Difference(left.get(i), right.get(i)));
      }
    } else {
      differences.add(new Difference(String.join("|", left), String.join("|", right)));
    }
    left.clear();
    right.clear();
  }
}
