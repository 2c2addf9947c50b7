package cn.sunledger.verify.table;

import java.util.List;

/**
 * What a figure is of, where it is no total: a subject of the functional or economic
 * classification, a project, a line that only its label names.
 *
 * @param code the subject's code; empty where the table prints none
 * @param label its name in normal form, without enumerator
 * @param level 1, 2, 3 for 类, 款, 项; 0 where unknown
 * @param path names from outside in, its own last
 * @param economic whether it belongs to the economic classification
 */
public record Item(String code, String label, int level, List<String> path, boolean economic) {
  /** Copies the path. */
  public Item {
    path = List.copyOf(path);
  }
}
