package cn.sunledger.verify.judge;

import cn.sunledger.model.Severity;
import cn.sunledger.verify.read.Mention;
import cn.sunledger.verify.read.Reading;
import cn.sunledger.verify.read.Role;
import cn.sunledger.verify.read.Statement;
import cn.sunledger.verify.read.Topic;
import cn.sunledger.verify.text.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks counts: the same count said twice, vehicles by use, parties that are counted together. */
final class CountJudge {
  private static final Set<String> GROUPS = Set.of("个", "批", "批次", "次", "团", "团组", "批(次)", "组");
  private static final Set<String> PERSONS = Set.of("人", "人次", "名");
  private static final Pattern GUESTS = Pattern.compile("国内|境外|外事|外宾|涉外");
  private static final Pattern PARTIES = Pattern.compile("(.{2,24}?)(接访|接待|走访|培训|检查|督查)$");

  private final Lookup lookup;
  private final Ledger ledger;
  private final Reading reading;

  CountJudge(Lookup lookup, Ledger ledger, Reading reading) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.reading = reading;
  }

  /** Judges all counts. */
  void judge() {
    Map<String, List<Mention>> kinds = new LinkedHashMap<>();
    List<Mention> counts = reading.mentions().stream().filter(m -> m.role() == Role.COUNT).toList();
    for (Mention mention : counts) {
      ledger.put(mention, Judgement.open("表中没有这一数量"));
      kind(mention)
          .ifPresent(kind -> kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(mention));
    }
    kinds.forEach(this::repeated);
    vehicles(counts);
    parties(counts);
    amounts(kinds);
  }

  /** What is counted, for the counts that must be disclosed; empty for all others. */
  Optional<String> kind(Mention mention) {
    boolean now = mention.year() == 0 || mention.year() == lookup.year();
    if (!now || mention.quantity().bound()) {
      return Optional.empty();
    }
    String text = mention.statement().subject().text();
    String unit = mention.quantity().counted();
    String around = text + text(mention);
    if (unit.equals("辆")) {
      boolean owned = around.contains("保有量");
      boolean bought = text.contains("购置") || text.contains("更新");
      return owned ? Optional.of("保有量") : bought ? Optional.of("购置数") : Optional.empty();
    }
    boolean reception = in(mention, "tp_reception") || around.contains("公务接待");
    boolean abroad = in(mention, "tp_abroad") || text.contains("出国") || text.contains("出境");
    if (!reception && !abroad || reception && text.contains("出国")) {
      reception = false;
    }
    String suffix = isForeign(mention) ? "（外宾）" : "";
    if (GROUPS.contains(unit)) {
      boolean groups =
          text.contains("团组")
              || text.contains("批")
              || text.contains("次数")
              || unit.startsWith("批")
              || unit.startsWith("团");
      return !groups
          ? Optional.empty()
          : reception
              ? Optional.of("接待批次" + suffix)
              : abroad ? Optional.of("出国团组数") : Optional.empty();
    }
    if (PERSONS.contains(unit)) {
      return reception
          ? Optional.of("接待人次" + suffix)
          : abroad ? Optional.of("出国人次") : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether the guests last spoken of are foreign; what brackets leave out or add is no matter. */
  private boolean isForeign(Mention mention) {
    String text = reading.passages().get(mention.paragraph()).folded().text();
    int end = mention.token().start();
    int start = text.lastIndexOf('。', end - 1) + 1;
    String before = text.substring(start, end);
    before = before.replace("国(境)外", "境外");
    for (String bare = ""; !bare.equals(before); ) {
      bare = before;
      before = before.replaceAll("\\([^()]*\\)", "");
    }
    Matcher guests = GUESTS.matcher(before);
    boolean foreign = false;
    while (guests.find()) {
      foreign = !guests.group().equals("国内");
    }
    return foreign;
  }

  private static boolean in(Mention mention, String measure) {
    Statement statement = mention.statement();
    return statement
        .whole()
        .map(
            w ->
                w.subject().isConcept(measure)
                    && w.place().paragraph() == statement.place().paragraph())
        .orElse(false);
  }

  private String text(Mention mention) {
    Reading.Passage passage = reading.passages().get(mention.paragraph());
    return passage.folded().text().substring(mention.from(), mention.token().end());
  }

  private void repeated(String kind, List<Mention> mentions) {
    Mention first = mentions.get(0);
    for (Mention mention : mentions) {
      Optional<Mention> other =
          mentions.stream()
              .filter(
                  m ->
                      m.paragraph() != mention.paragraph()
                          && m.quantity().value().compareTo(mention.quantity().value()) != 0)
              .findFirst();
      if (other.isPresent()) {
        ledger.put(
            mention,
            Judgement.wrong(
                other.get().quantity().value(),
                List.of(),
                "P3-11",
                "同一份文件另一处（" + section(other.get()) + "）写为" + other.get().quantity().printed(),
                "两处必有一处有误"));
      } else if (mentions.size() > 1) {
        ledger.put(
            mention, Judgement.ok(first.quantity().value(), List.of(), "P3-11", kind + "各处一致"));
      }
    }
  }

  private String section(Mention mention) {
    String text = reading.passages().get(mention.paragraph()).paragraph().sectionText();
    return text.length() > 30 ? "…" + text.substring(text.length() - 30) : text;
  }

  /** 共有车辆2辆，其中：机要通信用车1辆、应急保障用车1辆. */
  private void vehicles(List<Mention> counts) {
    for (Mention total : counts) {
      boolean whole =
          total.quantity().counted().equals("辆")
              && total.statement().subject().isConcept("vehicles_total")
              && total.statement().place().topic() == Topic.ASSETS;
      if (!whole) {
        continue;
      }
      List<Mention> parts =
          counts.stream()
              .filter(m -> m.paragraph() == total.paragraph())
              .filter(m -> m.token().start() > total.token().start())
              .filter(m -> m.quantity().counted().equals("辆"))
              .takeWhile(
                  m ->
                      m.statement().subject().text().contains("车")
                          && !m.statement().subject().isConcept("vehicles_total"))
              .toList();
      if (parts.size() < 2) {
        continue;
      }
      BigDecimal sum =
          parts.stream().map(m -> m.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean equal = sum.compareTo(total.quantity().value()) == 0;
      String reason = "按用途各项之和为" + sum.toPlainString() + "辆";
      ledger.put(
          total,
          equal
              ? Judgement.ok(sum, List.of(), "N-19", reason)
              : Judgement.wrong(sum, List.of(), "N-19", reason, "也可能是某一用途的辆数有误"));
    }
  }

  /** A、B、C接访1969次, where another place gives A, B and C a number each. */
  private void parties(List<Mention> counts) {
    for (Mention total : counts) {
      String text = clause(total);
      Matcher matcher = PARTIES.matcher(text);
      if (!matcher.find() || !text.contains("、")) {
        continue;
      }
      String verb = matcher.group(2);
      List<String> names = List.of(text.substring(0, text.length() - verb.length()).split("、"));
      List<Mention> parts = new ArrayList<>();
      for (String name : names) {
        String key = name.replaceFirst("^(?:推动|组织|带动|协调|各)+", "").replaceFirst("领导$", "");
        counts.stream()
            .filter(m -> m != total && m.quantity().counted().equals(total.quantity().counted()))
            .filter(
                m ->
                    clause(m).contains(key) && clause(m).endsWith(verb) && !clause(m).contains("、"))
            .filter(m -> !parts.contains(m))
            .findFirst()
            .ifPresent(parts::add);
      }
      if (parts.size() == names.size() && parts.size() > 1) {
        sumOfParties(total, parts);
      }
    }
  }

  private void sumOfParties(Mention total, List<Mention> parts) {
    BigDecimal sum =
        parts.stream().map(m -> m.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean one =
        parts.stream().anyMatch(m -> m.quantity().value().compareTo(total.quantity().value()) == 0);
    if (one && sum.compareTo(total.quantity().value()) != 0) {
      ledger.put(
          total,
          Judgement.wrong(
                  sum,
                  List.of(),
                  "P3-11",
                  "另一处（" + section(parts.get(0)) + "）各方分别列数，合计为" + sum.toPlainString(),
                  "此数只是其中一方的")
              .warning());
    }
  }

  private String clause(Mention mention) {
    Reading.Passage passage = reading.passages().get(mention.paragraph());
    String text = passage.folded().text();
    int start = mention.token().start();
    while (start > 0 && "，。；,;:!?".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, mention.token().start());
  }

  /** A reception that cost something had guests, and guests cost something. */
  private void amounts(Map<String, List<Mention>> kinds) {
    both(kinds, "接待批次", "tp_reception", "公务接待费");
    both(kinds, "出国团组数", "tp_abroad", "因公出国（境）费");
    both(kinds, "购置数", "tp_vehicle_purchase", "公务用车购置费");
  }

  private void both(Map<String, List<Mention>> kinds, String kind, String measure, String name) {
    List<Mention> counts = kinds.getOrDefault(kind, List.of());
    Optional<BigDecimal> cost =
        lookup
            .index()
            .where(
                f ->
                    f.measure().equals(measure)
                        && f.origin() == cn.sunledger.verify.table.Figure.Origin.CURRENT
                        && f.stage() == cn.sunledger.model.Stage.FINAL
                        && f.item().isEmpty()
                        && !f.blank())
            .stream()
            .findFirst()
            .map(f -> f.amount().value());
    if (counts.isEmpty() || cost.isEmpty()) {
      return;
    }
    Mention count = counts.get(0);
    boolean some = count.quantity().value().signum() != 0;
    if (some == (cost.get().signum() != 0)) {
      return;
    }
    Token token = count.token();
    ledger.remark(
        new Ledger.Remark(
            "P3-09",
            Severity.WARNING,
            count.paragraph(),
            count.from(),
            token.end(),
            name
                + "为"
                + cost.get().toPlainString()
                + "，"
                + kind
                + "为"
                + count.quantity().printed().strip()
                + "，两者不相称",
            count.quantity().printed().strip(),
            ""));
  }
}
