package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import cn.sunledger.model.Labels;
import cn.sunledger.model.LineRole;
import java.util.Optional;

/**
 * A printed text in the forms in which recognition asks for it again and again, each worked out
 * once. Several threads may ask: what they work out is immutable and the same, so that it does not
 * matter whose answer is kept.
 */
final class Word {
  static final Word NONE = new Word("");

  private static final int NOT_ASKED = Integer.MIN_VALUE;
  private static final int LOOKED = 1;
  private static final int NOTE = 4;
  private static final int SIGNATURE = 8;
  private static final int NAME_WORD = 16;
  private static final int UNIT_WORD = 32;

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
  private int title;
  private int look;
  private int sole;
  private Optional<Integer> year;
  private String bare;
  private ColumnStats.Content content;
  private byte organisation;

  Word(String printed) {
    this.printed = printed;
  }

  String printed() {
    return printed;
  }

  /** As printed, without blanks. */
  String compact() {
    String found = compact;
    if (found == null) {
      found = Labels.compact(printed);
      compact = found;
    }
    return found;
  }

  /** The form in which labels are compared. */
  String normal() {
    String found = normal;
    if (found == null) {
      found = Labels.normal(compact());
      normal = found;
    }
    return found;
  }

  /** Without blanks, with digits of ordinary width. */
  String plain() {
    String found = plain;
    if (found == null) {
      found = Pieces.plain(compact());
      plain = found;
    }
    return found;
  }

  /** What it says of the table, where it stands around one. */
  Piece piece() {
    Piece found = piece;
    if (found == null) {
      found = Piece.of(printed);
      piece = found;
    }
    return found;
  }

  /** The number that it prints. */
  Optional<NumberText> number() {
    Optional<NumberText> found = number;
    if (found == null) {
      found = NumberText.parse(printed);
      number = found;
    }
    return found;
  }

  /** Whether what it says besides the lines around a table has the form of a title. */
  boolean isTitle() {
    if (title == 0) {
      title = Pieces.mayBeTitle(plain()) && Pieces.isTitle(piece().rest()) ? 1 : -1;
    }
    return title > 0;
  }

  /** Its digits as a code; empty where it is none. */
  String digits() {
    String found = digits;
    if (found == null) {
      found = CodeText.digits(new CellValue.Text(printed));
      digits = found;
    }
    return found;
  }

  /** What it makes of a line it labels. */
  LineRole role() {
    LineRole found = role;
    if (found == null) {
      found = LineText.role(compact());
      role = found;
    }
    return found;
  }

  /** The rank of the enumerator in front; -1 for none. */
  int enumerator() {
    if (enumerator == NOT_ASKED) {
      enumerator = LineText.enumerator(compact());
    }
    return enumerator;
  }

  /** Its normal form without the enumerator in front. */
  String bare() {
    String found = bare;
    if (found == null) {
      found = Labels.withoutEnumerator(normal());
      bare = found;
    }
    return found;
  }

  /** Whether it ends like the name of an organisation. */
  boolean isOrganisation() {
    if (organisation == 0) {
      organisation = (byte) (Organisations.isName(normal()) ? 1 : -1);
    }
    return organisation > 0;
  }

  /** What it is among the lines of a column. */
  ColumnStats.Content content() {
    ColumnStats.Content found = content;
    if (found == null) {
      found = ColumnStats.content(this);
      content = found;
    }
    return found;
  }

  /** The year that it names. */
  Optional<Integer> year() {
    Optional<Integer> found = year;
    if (found == null) {
      found = Pieces.year(plain());
      year = found;
    }
    return found;
  }

  /** Whether it is a year and nothing else. */
  boolean isYear() {
    return isYearText();
  }

  /** Whether it is a note under a table or a line of signatures. */
  boolean isNote() {
    return looks(NOTE);
  }

  /** Whether it asks who signed. */
  boolean isSignature() {
    return looks(SIGNATURE);
  }

  /** Whether it is a mere 部门名称 whose value stands in the next cell. */
  boolean isNameWord() {
    return looks(NAME_WORD);
  }

  /** Whether it is a mere 金额单位 whose value stands in the next cell. */
  boolean isUnitWord() {
    return looks(UNIT_WORD);
  }

  private boolean isYearText() {
    if (sole == 0) {
      sole = Pieces.isYear(plain()) ? 1 : -1;
    }
    return sole > 0;
  }

  private boolean looks(int flag) {
    int found = look;
    if (found == 0) {
      found = LOOKED;
      found |= Pieces.isNote(plain()) ? NOTE : 0;
      found |= Pieces.isSignature(plain()) ? SIGNATURE : 0;
      found |= Piece.isNameWord(plain()) ? NAME_WORD : 0;
      found |= Piece.isUnitWord(plain()) ? UNIT_WORD : 0;
      look = found;
    }
    return (found & flag) != 0;
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
