package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import java.util.Optional;

/**
 * A printed text in the forms in which recognition asks for it again and again, each worked out
 * once.
 */
final class Word {
  private static final int NOT_ASKED = Integer.MIN_VALUE;

  private final String printed;
  private final byte[] kinds = new byte[WordKind.values().length];
  private String compact;
  private String normal;
  private String plain;
  private String digits;
  private Piece piece;
  private Optional<NumberText> number;
  private LineRole role;
  private int enumerator = NOT_ASKED;

  Word(String printed) {
    this.printed = printed;
  }

  /** As printed, without blanks. */
  String compact() {
    if (compact == null) {
      compact = Labels.compact(printed);
    }
    return compact;
  }

  /** The form in which labels are compared. */
  String normal() {
    if (normal == null) {
      normal = Labels.normal(compact());
    }
    return normal;
  }

  /** Without blanks, with digits of ordinary width. */
  String plain() {
    if (plain == null) {
      plain = Pieces.plain(compact());
    }
    return plain;
  }

  /** What it says of the table, where it stands around one. */
  Piece piece() {
    if (piece == null) {
      piece = Piece.of(printed);
    }
    return piece;
  }

  /** The number that it prints. */
  Optional<NumberText> number() {
    if (number == null) {
      number = NumberText.parse(printed);
    }
    return number;
  }

  /** Its digits as a code; empty where it is none. */
  String digits() {
    if (digits == null) {
      digits = CodeText.digits(new CellValue.Text(printed));
    }
    return digits;
  }

  /** What it makes of a line it labels. */
  LineRole role() {
    if (role == null) {
      role = LineText.role(compact());
    }
    return role;
  }

  /** The rank of the enumerator in front; -1 for none. */
  int enumerator() {
    if (enumerator == NOT_ASKED) {
      enumerator = LineText.enumerator(compact());
    }
    return enumerator;
  }

  /** Whether it is a header word of a kind. */
  boolean is(WordKind kind) {
    int at = kind.ordinal();
    if (kinds[at] == 0) {
      kinds[at] = (byte) (kind.matches(normal()) ? 1 : -1);
    }
    return kinds[at] > 0;
  }
}
