package cn.sunledger.annotate.ooxml;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The relations of one part, edited in place. */
final class Relations {
  /**
   * One relation.
   *
   * @param id its id in the part
   * @param type its kind, a URI
   * @param part name of the part it points at; the address itself where it points outside
   * @param external whether it points outside the package
   */
  record Relation(String id, String type, String part, boolean external) {}

  private static final String EMPTY =
      Ooxml.DECLARATION
          + "<Relationships xmlns=\""
          + Ooxml.PACKAGE_RELATIONS
          + "\"></Relationships>";

  private final String part;
  private final boolean existed;
  private String text;
  private boolean changed;
  private List<Relation> relations;

  Relations(String part, Optional<String> text) {
    this.part = part;
    this.existed = text.isPresent();
    this.text = text.orElse(EMPTY);
    read();
  }

  /** The name of the part that holds a part's relations. */
  static String partOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private void read() {
    relations = new ArrayList<>();
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.named("Relationship")) {
        boolean external = "External".equals(scanner.attribute("TargetMode"));
        String target = scanner.attribute("Target", "");
        relations.add(
            new Relation(
                scanner.attribute("Id", ""),
                scanner.attribute("Type", ""),
                external ? target : resolve(target),
                external));
      }
    }
  }

  private String resolve(String target) {
    String decoded = target.replace('\\', '/');
    if (decoded.indexOf('%') >= 0) {
      try {
        decoded = new URI(decoded).getPath();
      } catch (java.net.URISyntaxException e) {
        decoded = target;
      }
    }
    int hash = decoded.indexOf('#');
    decoded = hash < 0 ? decoded : decoded.substring(0, hash);
    if (decoded.startsWith("/")) {
      return decoded.substring(1);
    }
    List<String> steps = new ArrayList<>();
    int slash = part.lastIndexOf('/');
    for (String step : ((slash < 0 ? "" : part.substring(0, slash + 1)) + decoded).split("/")) {
      if (step.equals("..")) {
        if (!steps.isEmpty()) {
          steps.remove(steps.size() - 1);
        }
      } else if (!step.equals(".") && !step.isEmpty()) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  String part() {
    return part;
  }

  List<Relation> all() {
    return List.copyOf(relations);
  }

  /** The first relation of a kind. */
  Optional<Relation> ofType(String type) {
    return relations.stream().filter(relation -> relation.type().equals(type)).findFirst();
  }

  /** The relation with an id. */
  Optional<Relation> withId(String id) {
    return relations.stream().filter(relation -> relation.id().equals(id)).findFirst();
  }

  /** Adds a relation to a part of this package and returns its id. */
  String add(String type, String target) {
    return append(type, "/" + target, "");
  }

  /** Adds a relation to a file beside this package and returns its id. */
  String addExternal(String type, String file) {
    try {
      String address = new URI(null, null, file, null).toString();
      return append(type, address, " TargetMode=\"External\"");
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException(file, e);
    }
  }

  private String append(String type, String address, String mode) {
    int last = 0;
    for (Relation relation : relations) {
      if (relation.id().matches("rId[0-9]{1,8}")) {
        last = Math.max(last, Integer.parseInt(relation.id().substring(3)));
      }
    }
    String id = "rId" + (last + 1);
    text =
        XmlChildren.append(
            text,
            "Relationships",
            prefix ->
                "<"
                    + prefix
                    + "Relationship Id=\""
                    + id
                    + "\" Type=\""
                    + type
                    + "\" Target=\""
                    + XmlText.escape(address)
                    + "\""
                    + mode
                    + "/>");
    changed = true;
    read();
    return id;
  }

  /** Drops the relation with an id. */
  void remove(String id) {
    XmlScanner scanner = new XmlScanner(text);
    while (scanner.next()) {
      if (scanner.opens() && scanner.named("Relationship") && id.equals(scanner.attribute("Id"))) {
        int start = scanner.start();
        scanner.skip();
        text = text.substring(0, start) + text.substring(scanner.end());
        changed = true;
        read();
        return;
      }
    }
  }

  /** The text to store; empty where nothing changed or nothing is left of a part that was new. */
  Optional<String> changedText() {
    return changed && (existed || !relations.isEmpty()) ? Optional.of(text) : Optional.empty();
  }
}
