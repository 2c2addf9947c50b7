package cn.sunledger.verify.judge;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimKind;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.Finding;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.Severity;
import cn.sunledger.model.VerifyReport.TextRemark;
import cn.sunledger.verify.judge.Ledger.Remark;
import cn.sunledger.verify.judge.Ledger.Said;
import cn.sunledger.verify.read.Assertion;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Reading.Passage;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Quantity.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what was found as claims and remarks that know where they stand in the text. */
public final class ClaimWriter {
  private static final String STOPS = "。;；!?！？";
  private static final String QUOTES = "“”\"‘’「」『』";
  private static final Map<String, String> OPPOSITE =
      Map.ofEntries(
          Map.entry("增加", "减少"),
          Map.entry("减少", "增加"),
          Map.entry("增长", "下降"),
          Map.entry("下降", "增长"),
          Map.entry("上升", "下降"),
          Map.entry("降低", "增长"),
          Map.entry("上涨", "下降"),
          Map.entry("提高", "下降"),
          Map.entry("增幅", "降幅"),
          Map.entry("降幅", "增幅"),
          Map.entry("增收", "减收"),
          Map.entry("减收", "增收"),
          Map.entry("增支", "减支"),
          Map.entry("减支", "增支"));

  private final Reading reading;
  private final Ledger ledger;
  private final Optional<String> notCompared;

  /**
   * For one narrative.
   *
   * @param reading the narrative as understood
   * @param ledger what was found
   * @param notCompared why nothing was compared with tables, in Chinese; empty where it was
   */
  public ClaimWriter(Reading reading, Ledger ledger, Optional<String> notCompared) {
    this.reading = reading;
    this.ledger = ledger;
    this.notCompared = notCompared;
  }

  /** All claims, in the order of the text. */
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      claims.add(figure(mention));
      ledger
          .direction(mention)
          .filter(j -> mention.signToken().isPresent())
          .ifPresent(judgement -> claims.add(direction(mention, judgement)));
    }
    for (Said said : ledger.said()) {
      claims.add(said(said));
    }
    claims.sort(
        Comparator.comparingInt((Claim c) -> c.position().paragraph())
            .thenComparingInt(c -> c.position().start())
            .thenComparingInt(c -> c.position().end()));
    return claims;
  }

  private Passage passage(Mention mention) {
    return reading.passages().get(mention.paragraph());
  }

  private Claim figure(Mention mention) {
    Passage passage = passage(mention);
    Judgement found = ledger.of(mention).orElseGet(() -> Judgement.open(reason(mention)));
    boolean comparable = found.isOpen() && mention.role() != Role.OTHER && !mention.aside();
    Judgement judgement = comparable ? notCompared.map(Judgement::open).orElse(found) : found;
    String unit = unit(mention);
    return claim(
        passage,
        mention.from(),
        mention.token().start(),
        mention.token().end(),
        kind(mention),
        mention.quantity().printed().strip(),
        judgement,
        judgement.expected().map(value -> value.toPlainString() + unit).orElse(""));
  }

  private static String reason(Mention mention) {
    return mention.quantity().kind() == Kind.BARE ? "数字后面没有单位" : "目标值、界限或说明性的数，不作核对";
  }

  private static String unit(Mention mention) {
    return switch (mention.quantity().kind()) {
      case AMOUNT -> mention.quantity().unit().label();
      case PERCENT -> "%";
      case POINTS, COUNT -> mention.quantity().counted();
      case BARE -> "";
    };
  }

  private static ClaimKind kind(Mention mention) {
    return switch (mention.role()) {
      case LEVEL -> ClaimKind.AMOUNT;
      case DELTA -> ClaimKind.DELTA;
      case RATE, COMPLETION -> ClaimKind.RATE;
      case SHARE -> ClaimKind.SHARE;
      case COUNT -> ClaimKind.COUNT;
      case OTHER ->
          switch (mention.quantity().kind()) {
            case AMOUNT -> ClaimKind.AMOUNT;
            case PERCENT, POINTS -> ClaimKind.RATE;
            default -> ClaimKind.COUNT;
          };
    };
  }

  private Claim direction(Mention mention, Judgement judgement) {
    Passage passage = passage(mention);
    String word = mention.signToken().orElseThrow().text();
    String expected =
        judgement.isWrong()
            ? OPPOSITE.getOrDefault(word.replace("了", ""), mention.sign() > 0 ? "减少" : "增加")
            : "";
    return claim(
        passage,
        mention.from(),
        mention.signToken().get().start(),
        mention.signToken().get().end(),
        ClaimKind.DIRECTION,
        word,
        judgement,
        expected);
  }

  private Claim said(Said said) {
    Passage passage = reading.passages().get(said.assertion().paragraph());
    boolean list = said.assertion() instanceof Assertion.Listing;
    int start = said.name().map(Assertion.Listing.Name::start).orElse(wordStart(said.assertion()));
    int end = said.name().map(Assertion.Listing.Name::end).orElse(wordEnd(said.assertion()));
    return new Claim(
        quote(passage, said.assertion().start(), said.assertion().end()),
        span(passage, start, end),
        passage.paragraph().sectionText(),
        list ? ClaimKind.LIST : ClaimKind.DIRECTION,
        said.stated(),
        said.expected(),
        said.verdict(),
        said.verdict() == ClaimVerdict.WRONG ? said.severity() : Severity.INFO,
        said.sources(),
        said.rule(),
        said.verdict() == ClaimVerdict.UNVERIFIABLE
            ? notCompared.orElse(said.reason())
            : said.reason(),
        "");
  }

  private static int wordStart(Assertion assertion) {
    if (assertion instanceof Assertion.Unchanged unchanged) {
      return unchanged.word().start();
    }
    if (assertion instanceof Assertion.Order order) {
      return order.word().start();
    }
    return assertion instanceof Assertion.Absence absence
        ? absence.word().start()
        : assertion.start();
  }

  private static int wordEnd(Assertion assertion) {
    if (assertion instanceof Assertion.Unchanged unchanged) {
      return unchanged.word().end();
    }
    return assertion instanceof Assertion.Order order ? order.word().end() : assertion.end();
  }

  private Claim claim(
      Passage passage,
      int from,
      int start,
      int end,
      ClaimKind kind,
      String stated,
      Judgement judgement,
      String expected) {
    boolean mistake =
        judgement.verdict() == ClaimVerdict.WRONG || judgement.verdict() == ClaimVerdict.ROUNDING;
    return new Claim(
        quote(passage, Math.min(from, start), end),
        span(passage, start, end),
        passage.paragraph().sectionText(),
        kind,
        stated,
        expected,
        judgement.verdict(),
        mistake ? judgement.severity() : Severity.INFO,
        judgement.sources(),
        judgement.rule(),
        judgement.reason(),
        judgement.cause());
  }

  private static Span span(Passage passage, int start, int end) {
    FoldedText folded = passage.folded();
    return new Span(passage.index(), folded.originalStart(start), folded.originalEnd(end));
  }

  /** The printed clause, its opening quotation mark included. */
  private static String quote(Passage passage, int from, int end) {
    FoldedText folded = passage.folded();
    String text = folded.original();
    int start = folded.originalStart(from);
    while (start > 0 && QUOTES.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return text.substring(start, Math.max(start, folded.originalEnd(end))).strip();
  }

  /** All remarks, in the order of the text. */
  public List<TextRemark> remarks() {
    List<TextRemark> remarks = new ArrayList<>();
    for (Remark remark : ledger.remarks()) {
      remarks.add(remark(remark));
    }
    remarks.sort(
        Comparator.comparingInt((TextRemark r) -> r.position().paragraph())
            .thenComparingInt(r -> r.position().start()));
    return remarks.stream().distinct().toList();
  }

  private TextRemark remark(Remark remark) {
    Passage passage = reading.passages().get(remark.paragraph());
    boolean whole = remark.start() < 0;
    String quote = whole ? "" : sentence(passage, remark.start(), remark.end());
    Finding finding =
        new Finding(
            remark.rule(),
            remark.severity(),
            remark.message(),
            passage.paragraph().sectionText(),
            List.of(),
            remark.stated(),
            remark.expected(),
            "",
            "",
            "",
            List.of(),
            Optional.empty());
    Span span =
        whole ? new Span(passage.index(), 0, 0) : span(passage, remark.start(), remark.end());
    return new TextRemark(finding, span, quote, passage.paragraph().sectionText());
  }

  /** The clause around a flaw, no longer than a line. */
  private static String sentence(Passage passage, int start, int end) {
    String text = passage.folded().text();
    int from = start;
    while (from > 0 && STOPS.indexOf(text.charAt(from - 1)) < 0 && start - from < 24) {
      from--;
    }
    int to = Math.max(end, start);
    while (to < text.length() && STOPS.indexOf(text.charAt(to)) < 0 && to - end < 16) {
      to++;
    }
    return passage.folded().printed(from, to).strip();
  }

  /** How many figures could be claims. */
  public int figures() {
    return reading.mentions().size();
  }

  /** Of how many figures it is known what they are figures of. */
  public int understood() {
    return (int)
        reading.mentions().stream()
            .filter(m -> m.role() != Role.OTHER && m.statement().subject().isKnown())
            .count();
  }
}
