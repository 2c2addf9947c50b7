package cn.sunledger.verify.read;

import cn.sunledger.model.Stage;
import java.util.List;
import java.util.Optional;

/** What a reader of Chinese keeps in mind from one clause to the next. */
final class Carry {
  /** The statement that goes on where a clause names no subject. */
  Statement current;

  /** What the section speaks of first. */
  Statement opening;

  /** The paragraph in which it was last spoken of. */
  int paragraph;

  /** Whether the current subject was named without a figure yet: 公务接待费。2023年预算数… */
  boolean pending;

  /** What the next changes are changes from. */
  Basis basis = Basis.LAST_YEAR;

  /** Whether the sentence has said what its changes are changes from. */
  boolean basisSaid;

  /** Whether the words explain a reason. */
  boolean reason;

  /** Whether the words explain a purpose. */
  boolean purpose;

  /** The year named earlier in the sentence; 0 where none was. */
  int year;

  /** Stage and year of the parts of a list, where its whole named them. */
  Optional<Stage> partStage = Optional.empty();

  /** The year of the parts. */
  int partYear;

  /** The statement whose parts are being listed. */
  Statement whole;

  /** Whether the list goes on over the next paragraphs. */
  boolean wholeGoesOn;

  /** 完成 or 占 with an amount behind it: 完成预算27万元的63.2%. */
  Role awaited;

  /** The denominator that was named before the awaited rate. */
  Optional<Subject> awaitedOf = Optional.empty();

  /** Subjects of 分别, still to be given their figures. */
  List<Subject> respective = List.of();

  /** Statements made before, each still to be given its figure: 分别占90.12%和9.88%. */
  List<Statement> respectiveTo = List.of();

  /** The last figure, which the following figures of 分别 resemble. */
  Mention last;

  /** The last level that was not named as what something is compared with. */
  Mention level;

  /** Whether an unknown clause stood in between, so that the subject is no longer sure. */
  boolean doubtful;

  /** Whether things of an unknown kind were counted: 轿车1辆、金额…: the amount is theirs. */
  boolean counting;

  void sentence() {
    counting = false;
    reason = false;
    purpose = false;
    year = 0;
    awaited = null;
    respective = List.of();
    respectiveTo = List.of();
    basis = Basis.LAST_YEAR;
    basisSaid = false;
    doubtful = false;
    partStage = Optional.empty();
    partYear = 0;
  }

  void paragraph() {
    sentence();
    pending = pending && last == null;
    if (!wholeGoesOn) {
      whole = null;
    }
    last = null;
  }

  void section() {
    paragraph();
    current = null;
    opening = null;
    pending = false;
    whole = null;
    wholeGoesOn = false;
  }

  void compareWith(Basis other) {
    basis = other;
    basisSaid = true;
  }

  boolean aside() {
    return reason || purpose;
  }
}
