package cn.sunledger.verify;

import cn.sunledger.model.Claim;
import cn.sunledger.model.ClaimKind;
import cn.sunledger.model.ClaimVerdict;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.NarrativeText.Paragraph;
import cn.sunledger.model.NarrativeText.Span;
import cn.sunledger.model.VerifyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One change of one number, word or unit in a clean narrative.
 *
 * @param kind what was changed
 * @param text the changed narrative
 * @param span where, in the changed narrative
 * @param before what stood there
 * @param after what stands there now
 * @param decidable whether the claim could be decided before the change
 */
record NarrativeMutation(
    Kind kind, NarrativeText text, Span span, String before, String after, boolean decidable) {
  /** Kinds of changes. */
  enum Kind {
    AMOUNT_DIGIT,
    AMOUNT_SWAPPED_DIGITS,
    AMOUNT_OF_ANOTHER_CLAIM,
    DELTA_DIGIT,
    RATE_DIGIT,
    SHARE_DIGIT,
    DIRECTION,
    UNIT,
    BASIS_YEAR,
    PERCENT_SIGN,
    NAME,
    LISTED_ITEM,
    OMITTED_ITEM,
    BUDGET_WORD,
    DOUBLED_WORD,
    REASON
  }

  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");

  /** A change of a kind, or empty where the narrative offers none. */
  static Optional<NarrativeMutation> of(Kind kind, VerifyReport clean, Random random) {
    return switch (kind) {
      case AMOUNT_DIGIT -> digit(kind, clean, List.of(ClaimKind.AMOUNT), random, false);
      case AMOUNT_SWAPPED_DIGITS -> digit(kind, clean, List.of(ClaimKind.AMOUNT), random, true);
      case DELTA_DIGIT -> digit(kind, clean, List.of(ClaimKind.DELTA), random, false);
      case RATE_DIGIT -> digit(kind, clean, List.of(ClaimKind.RATE), random, false);
      case SHARE_DIGIT -> digit(kind, clean, List.of(ClaimKind.SHARE), random, false);
      case AMOUNT_OF_ANOTHER_CLAIM -> copied(clean, random);
      case DIRECTION -> direction(clean, random);
      case UNIT -> claimText(kind, clean, random, ClaimKind.AMOUNT, Pattern.compile("万元"), "元");
      case PERCENT_SIGN -> percent(clean, random);
      case BASIS_YEAR -> words(kind, clean, random, Pattern.compile("(?<=与|比|较)20\\d\\d(?=年)"), -1);
      case NAME -> name(clean, random);
      case LISTED_ITEM -> listed(clean, random);
      case OMITTED_ITEM -> omitted(clean, random);
      case BUDGET_WORD -> words(kind, clean, random, Pattern.compile("(?<=完成)年初(?=预算)"), 0);
      case DOUBLED_WORD -> words(kind, clean, random, Pattern.compile("公务接待|财政拨款|政府性基金|主要原因"), 1);
      case REASON ->
          words(kind, clean, random, Pattern.compile("(?<=主要原因(?:是|：|是：))[^。；【]{2,}(?=。)"), 2);
    };
  }

  private static Optional<Claim> any(List<Claim> claims, Random random) {
    return claims.isEmpty()
        ? Optional.empty()
        : Optional.of(claims.get(random.nextInt(claims.size())));
  }

  private static boolean significant(String number) {
    return number.replaceAll("[,.0]", "").length() >= 2 && !number.matches("0[.0]*");
  }

  private static Optional<NarrativeMutation> digit(
      Kind kind, VerifyReport clean, List<ClaimKind> kinds, Random random, boolean swap) {
    List<Claim> fitting =
        clean.claims().stream()
            .filter(c -> kinds.contains(c.kind()) && c.stated().matches("^[0-9].*"))
            .filter(c -> significant(number(c.stated())))
            .toList();
    Optional<Claim> claim = any(fitting, random);
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    String stated = at(clean.text(), claim.get().position());
    Matcher number = NUMBER.matcher(stated);
    if (!number.find()) {
      return Optional.empty();
    }
    String changed = swap ? swapped(number.group()) : changed(number.group(), random);
    if (changed.equals(number.group())) {
      return Optional.empty();
    }
    return Optional.of(replace(kind, clean, claim.get(), changed + stated.substring(number.end())));
  }

  private static String number(String stated) {
    Matcher matcher = NUMBER.matcher(stated);
    return matcher.find() ? matcher.group() : "0";
  }

  /** Another digit somewhere but in the last place, where rounding could explain it. */
  private static String changed(String number, Random random) {
    List<Integer> places = new ArrayList<>();
    String digits = number.replaceAll("\\D", "");
    for (int i = 0; i < number.length() - 1; i++) {
      if (Character.isDigit(number.charAt(i)) && digits.length() > 1) {
        places.add(i);
      }
    }
    int place = places.get(random.nextInt(places.size()));
    int old = number.charAt(place) - '0';
    int fresh = (old + 1 + random.nextInt(8)) % 10;
    if (place == 0 && fresh == 0) {
      fresh = old == 9 ? 8 : old + 1;
    }
    return number.substring(0, place) + fresh + number.substring(place + 1);
  }

  private static String swapped(String number) {
    for (int i = 0; i + 1 < number.length(); i++) {
      char a = number.charAt(i);
      char b = number.charAt(i + 1);
      if (Character.isDigit(a)
          && Character.isDigit(b)
          && a != b
          && !(i == 0 && b == '0')
          && i + 2 < number.length()) {
        return number.substring(0, i) + b + a + number.substring(i + 2);
      }
    }
    return number;
  }

  private static Optional<NarrativeMutation> copied(VerifyReport clean, Random random) {
    List<Claim> amounts =
        clean.claims().stream()
            .filter(c -> c.kind() == ClaimKind.AMOUNT && significant(number(c.stated())))
            .toList();
    Optional<Claim> claim = any(amounts, random);
    Optional<Claim> other = any(amounts, random);
    if (claim.isEmpty() || number(claim.get().stated()).equals(number(other.get().stated()))) {
      return Optional.empty();
    }
    return Optional.of(
        replace(
            Kind.AMOUNT_OF_ANOTHER_CLAIM,
            clean,
            claim.get(),
            at(clean.text(), claim.get().position())
                .replace(number(claim.get().stated()), number(other.get().stated()))));
  }

  private static Optional<NarrativeMutation> direction(VerifyReport clean, Random random) {
    List<Claim> words =
        clean.claims().stream()
            .filter(
                c -> c.kind() == ClaimKind.DIRECTION && c.stated().matches("增加|减少|增长|下降|降低|大于|小于"))
            .toList();
    return any(words, random)
        .map(claim -> replace(Kind.DIRECTION, clean, claim, opposite(claim.stated())));
  }

  private static String opposite(String word) {
    return switch (word) {
      case "增加" -> "减少";
      case "减少" -> "增加";
      case "增长" -> "下降";
      case "大于" -> "小于";
      case "小于" -> "大于";
      default -> "增长";
    };
  }

  private static Optional<NarrativeMutation> percent(VerifyReport clean, Random random) {
    List<Claim> rates =
        clean.claims().stream()
            .filter(c -> c.kind() == ClaimKind.RATE || c.kind() == ClaimKind.SHARE)
            .filter(c -> at(clean.text(), c.position()).contains(".") && c.stated().endsWith("%"))
            .toList();
    return any(rates, random)
        .map(
            claim ->
                replace(
                    Kind.PERCENT_SIGN,
                    clean,
                    claim,
                    at(clean.text(), claim.position()).replaceAll("\\s*[%％]", "")));
  }

  private static Optional<NarrativeMutation> claimText(
      Kind kind,
      VerifyReport clean,
      Random random,
      ClaimKind claims,
      Pattern what,
      String replacement) {
    List<Claim> fitting =
        clean.claims().stream()
            .filter(c -> c.kind() == claims && significant(number(c.stated())))
            .filter(c -> what.matcher(at(clean.text(), c.position())).find())
            .toList();
    return any(fitting, random)
        .map(
            claim ->
                replace(
                    kind,
                    clean,
                    claim,
                    what.matcher(at(clean.text(), claim.position())).replaceFirst(replacement)));
  }

  private record Place(int paragraph, int start, int end) {}

  private static List<Place> places(VerifyReport clean, Pattern what) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < clean.text().paragraphs().size(); i++) {
      Paragraph paragraph = clean.text().paragraphs().get(i);
      Matcher matcher = what.matcher(paragraph.text());
      while (!paragraph.heading() && matcher.find()) {
        places.add(new Place(i, matcher.start(), matcher.end()));
      }
    }
    return places;
  }

  /** −1: the year before; 0: 全年 for 年初; 1: doubled; 2: taken away. */
  private static Optional<NarrativeMutation> words(
      Kind kind, VerifyReport clean, Random random, Pattern what, int how) {
    List<Place> places = places(clean, what);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Place place = places.get(random.nextInt(places.size()));
    String found =
        clean
            .text()
            .paragraphs()
            .get(place.paragraph())
            .text()
            .substring(place.start(), place.end());
    String fresh =
        switch (how) {
          case -1 -> String.valueOf(Integer.parseInt(found) - 1);
          case 0 -> "全年";
          case 1 -> found + found;
          default -> "";
        };
    return Optional.of(
        new NarrativeMutation(
            kind,
            changed(clean.text(), place, fresh),
            new Span(place.paragraph(), place.start(), place.start() + fresh.length()),
            found,
            fresh,
            true));
  }

  /** A character left out of the name of a 项. */
  private static Optional<NarrativeMutation> name(VerifyReport clean, Random random) {
    List<Place> places =
        places(clean, Pattern.compile("(?<=[）】“、 ])[\\p{IsHan}]{6,20}(?=（(?:类|款|项)）)"));
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Place place = places.get(random.nextInt(places.size()));
    String found =
        clean
            .text()
            .paragraphs()
            .get(place.paragraph())
            .text()
            .substring(place.start(), place.end());
    int at = 1 + random.nextInt(found.length() - 4);
    String fresh = found.substring(0, at) + found.substring(at + 1);
    return Optional.of(
        new NarrativeMutation(
            Kind.NAME,
            changed(clean.text(), place, fresh),
            new Span(place.paragraph(), place.start(), place.start() + fresh.length()),
            found,
            fresh,
            true));
  }

  /** An item of 公用经费 that the table shows as zero. */
  private static Optional<NarrativeMutation> listed(VerifyReport clean, Random random) {
    List<Claim> items =
        clean.claims().stream()
            .filter(c -> c.kind() == ClaimKind.LIST && c.verdict() == ClaimVerdict.OK)
            .filter(c -> c.stated().endsWith("费"))
            .toList();
    return any(items, random)
        .map(
            claim ->
                replace(
                    Kind.LISTED_ITEM,
                    clean,
                    claim,
                    at(clean.text(), claim.position())
                        + "、"
                        + (random.nextBoolean() ? "取暖费" : "被装购置费")));
  }

  private static Optional<NarrativeMutation> omitted(VerifyReport clean, Random random) {
    List<Claim> items =
        clean.claims().stream()
            .filter(c -> c.kind() == ClaimKind.LIST && c.verdict() == ClaimVerdict.OK)
            .filter(
                c ->
                    clean
                        .text()
                        .paragraphs()
                        .get(c.position().paragraph())
                        .text()
                        .startsWith("、", c.position().end()))
            .filter(c -> !c.quote().endsWith("等"))
            .toList();
    return any(items, random)
        .map(
            claim -> {
              Span span = claim.position();
              Place place = new Place(span.paragraph(), span.start(), span.end() + 1);
              return new NarrativeMutation(
                  Kind.OMITTED_ITEM,
                  changed(clean.text(), place, ""),
                  new Span(span.paragraph(), span.start(), span.start()),
                  claim.stated(),
                  "",
                  true);
            });
  }

  private static NarrativeMutation replace(
      Kind kind, VerifyReport clean, Claim claim, String fresh) {
    Span span = claim.position();
    Place place = new Place(span.paragraph(), span.start(), span.end());
    return new NarrativeMutation(
        kind,
        changed(clean.text(), place, fresh),
        new Span(span.paragraph(), span.start(), span.start() + fresh.length()),
        at(clean.text(), span),
        fresh,
        claim.verdict() == ClaimVerdict.OK);
  }

  private static String at(NarrativeText text, Span span) {
    return text.paragraphs().get(span.paragraph()).text().substring(span.start(), span.end());
  }

  private static NarrativeText changed(NarrativeText text, Place place, String fresh) {
    List<Paragraph> paragraphs = new ArrayList<>(text.paragraphs());
    Paragraph old = paragraphs.get(place.paragraph());
    String changed =
        old.text().substring(0, place.start()) + fresh + old.text().substring(place.end());
    paragraphs.set(
        place.paragraph(),
        new Paragraph(
            old.source(), old.heading(), old.level(), old.section(), changed, old.lines()));
    return new NarrativeText(text.file(), paragraphs);
  }
}
