package cn.sunledger.layout;

import cn.sunledger.model.CellValue;
import cn.sunledger.model.DocumentKind;
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
  private static final int KINDS = WordKind.values().length;
  private static final int YES = 1;
  private static final int NO = 2;

  private final String printed;
  private final int hints;
  private byte[] kinds;
  private String compact;
  private String normal;
  private String plain;
  private String digits;
  private Piece piece;
  private Optional<NumberText> number;
  private LineRole role;
  private int enumerator = NOT_ASKED;

  /** Two bits for each {@link Trait}: none where it was not asked. */
  private int traits;

  private Optional<Integer> year;
  private String bare;
  private String titleForm;
  private Optional<DocumentKind> document;
  private ColumnStats.Content content;

  Word(String printed) {
    this.printed = printed;
    this.hints = Hint.of(printed);
  }

  String printed() {
    return printed;
  }

  /** The bits of the hints that it gives. */
  int hints() {
    return hints;
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
    return is(Trait.TITLE);
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
    return is(Trait.ORGANISATION);
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

  /** As titles are compared. */
  String titleForm() {
    String found = titleForm;
    if (found == null) {
      found = Pieces.titleForm(printed);
      titleForm = found;
    }
    return found;
  }

  /** The kind of document that it tells as a title. */
  Optional<DocumentKind> document() {
    Optional<DocumentKind> found = document;
    if (found == null) {
      found = WorkbookContext.kindOf(printed);
      document = found;
    }
    return found;
  }

  /** Whether it is a year and nothing else. */
  boolean isYear() {
    return is(Trait.YEAR);
  }

  /** Whether it is a note under a table or a line of signatures. */
  boolean isNote() {
    return is(Trait.NOTE);
  }

  /** Whether it asks who signed. */
  boolean isSignature() {
    return is(Trait.SIGNATURE);
  }

  /** Whether it is a mere 部门名称 whose value stands in the next cell. */
  boolean isNameWord() {
    return is(Trait.NAME_WORD);
  }

  /** Whether it is a mere 金额单位 whose value stands in the next cell. */
  boolean isUnitWord() {
    return is(Trait.UNIT_WORD);
  }

  /** Whether it has a trait. What one thread finds while another does may be found again. */
  boolean is(Trait trait) {
    int place = 2 * trait.ordinal();
    int answer = traits >>> place & (YES | NO);
    if (answer == 0) {
      answer = trait.of(this) ? YES : NO;
      traits |= answer << place;
    }
    return answer == YES;
  }

  /** Whether it is a header word of a kind. */
  boolean is(WordKind kind) {
    byte[] found = kinds;
    if (found == null) {
      found = new byte[KINDS];
      kinds = found;
    }
    int at = kind.ordinal();
    if (found[at] == 0) {
      found[at] = (byte) (kind.matches(normal()) ? 1 : -1);
    }
    return found[at] > 0;
  }
}
