package cn.sunledger.annotate.content;

import cn.sunledger.model.CellRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names sunledger's sheets get in one workbook: never one that a sheet of the user has. */
final class OwnNames {
  private final Map<OwnSheet.Role, String> names = new EnumMap<>(OwnSheet.Role.class);

  OwnNames(List<String> taken, List<OwnSheet.Role> roles) {
    List<String> all = new ArrayList<>(taken);
    for (OwnSheet.Role role : roles) {
      String name = role.title();
      for (int i = 1; isTaken(all, name); i++) {
        name = role.title() + "(晒账本" + (i == 1 ? "" : Integer.toString(i)) + ")";
      }
      all.add(name);
      names.put(role, name);
    }
  }

  private static boolean isTaken(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  String of(OwnSheet.Role role) {
    return names.get(role);
  }

  /** A link to the top of one of sunledger's sheets; empty where the workbook gets none. */
  Optional<OwnCell.Link> link(OwnSheet.Role role) {
    return Optional.ofNullable(names.get(role))
        .map(name -> new OwnCell.Link(name, "A1", "转到“" + name + "”"));
  }

  /** A link to a cell of the original. */
  static OwnCell.Link link(CellRef cell) {
    return new OwnCell.Link(cell.sheet(), cell.a1(), "转到 " + cell);
  }
}
