package cn.sunledger.verify.text;

import cn.sunledger.model.NarrativeWord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All known words and labels, to find the longest one that begins at a place. */
final class WordTrie {
  /** What stands under a word. */
  static final class Entry {
    Optional<NarrativeWord> word = Optional.empty();
    String label = "";
  }

  private static final class Node {
    final Map<Character, Node> next = new HashMap<>();
    Entry entry;
  }

  private final Node root = new Node();

  /** The entry of a word, made where it is new. */
  Entry at(String word) {
    Node node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.next.computeIfAbsent(word.charAt(i), c -> new Node());
    }
    if (node.entry == null) {
      node.entry = new Entry();
    }
    return node.entry;
  }

  /** Length of the longest word that begins at a place; 0 where none does. */
  int longest(String text, int start) {
    Node node = root;
    int longest = 0;
    for (int i = start; i < text.length(); i++) {
      node = node.next.get(text.charAt(i));
      if (node == null) {
        break;
      }
      if (node.entry != null) {
        longest = i - start + 1;
      }
    }
    return longest;
  }
}
