package cn.sunledger.job;

import cn.sunledger.layout.PrintedTables;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.ManualItem;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.PrintedTable;
import cn.sunledger.model.Publication;
import cn.sunledger.narrative.Given;
import cn.sunledger.narrative.NarrativeWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings together what a text is written from: figures, answers, last year's answers. */
final class Explainer {
  private final Stages stages;
  private final DisclosureReader reader;

  Explainer(Stages stages, DisclosureReader reader) {
    this.stages = stages;
    this.reader = reader;
  }

  /** 情况说明. */
  Narrative narrative(Pairing.WorkbookSet set, Comparison comparison, Wishes wishes) {
    return writer(set).write(set.current().disclosure(), comparison, given(set, wishes));
  }

  /** 公开文本. */
  Publication publication(Pairing.WorkbookSet set, Comparison comparison, Wishes wishes) {
    return writer(set).publish(set.current().disclosure(), comparison, given(set, wishes));
  }

  /** 情况说明 that asks, besides, for what the whole publication needs (主要职责, 机构设置). */
  Narrative narrativeAskingForAll(Pairing.WorkbookSet set, Comparison comparison, Wishes wishes) {
    Narrative narrative = narrative(set, comparison, wishes);
    List<ManualItem> items = new ArrayList<>(narrative.items());
    publication(set, comparison, wishes).items().stream()
        .filter(item -> !items.contains(item))
        .forEach(items::add);
    return new Narrative(narrative.title(), narrative.sections(), items);
  }

  /** 排印的表. */
  List<PrintedTable> printed(Pairing.WorkbookSet set) throws FailedException {
    ReadWorkbook current = set.current();
    return PrintedTables.of(reader.grid(current.path(), current.name()), current.disclosure());
  }

  private NarrativeWriter writer(Pairing.WorkbookSet set) {
    return stages.writer(stages.profile(set.current().disclosure().unitName()));
  }

  /** What was typed into the workbook counts more than what was given besides. */
  private static Given given(Pairing.WorkbookSet set, Wishes wishes) {
    ReadWorkbook current = set.current();
    Map<String, String> answers = new LinkedHashMap<>(wishes.answers());
    answers.putAll(current.answers());
    Map<String, String> previous = set.previous().map(ReadWorkbook::answers).orElse(Map.of());
    Optional<Integer> year = current.disclosure().year();
    List<Disclosure> beside =
        set.related().stream()
            .map(ReadWorkbook::disclosure)
            .filter(other -> other.document() == current.disclosure().document())
            .filter(other -> other.year().equals(year))
            .toList();
    return new Given(answers, previous, wishes.draftReasons(), beside);
  }
}
