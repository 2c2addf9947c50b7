package cn.sunledger.verify.judge;

import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import java.util.List;

/** Judges everything a narrative says, the firmest evidence first. */
public final class Judges {
  private final Reading reading;
  private final Lookup lookup;

  /**
   * For one narrative.
   *
   * @param reading the narrative as understood
   * @param lookup the figures of the tables
   */
  public Judges(Reading reading, Lookup lookup) {
    this.reading = reading;
    this.lookup = lookup;
  }

  /** Judges all of it. */
  public Ledger judge() {
    Ledger ledger = new Ledger();
    List<Mention> mentions = reading.mentions();
    CauseFinder causes = new CauseFinder(lookup.index(), reading);
    Operands operands = new Operands(lookup, ledger, reading);
    PartitionJudge partitions = new PartitionJudge(lookup, ledger, reading);
    new LevelJudge(lookup, ledger, causes).judge(mentions);
    partitions.judge(Role.LEVEL);
    RepeatJudge repeats = new RepeatJudge(lookup, ledger, reading);
    repeats.impliedLevels();
    ChangeJudge changes = new ChangeJudge(lookup, ledger, operands);
    changes.judge(mentions);
    changes.compareWords(mentions);
    new RateJudge(ledger, operands).judge(mentions);
    partitions.judge(Role.DELTA);
    repeats.judge();
    new CompletionJudge(lookup, ledger, operands).judge(mentions);
    new ShareJudge(lookup, ledger, operands, reading).judge(mentions).forEach(ledger::put);
    new Blame(ledger, reading).judge();
    new ProcurementJudge(ledger, reading).judge();
    new CountJudge(lookup, ledger, reading).judge();
    new AssertionJudge(lookup, ledger, operands).judge(reading.assertions());
    new ListingJudge(lookup, ledger).judge(reading.assertions());
    new NameJudge(lookup, ledger, reading).judge();
    return ledger;
  }
}
