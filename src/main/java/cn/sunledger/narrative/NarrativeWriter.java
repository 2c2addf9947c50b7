package cn.sunledger.narrative;

import cn.sunledger.model.Comparison;
import cn.sunledger.model.Disclosure;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.Publication;
import cn.sunledger.model.Wording;
import cn.sunledger.model.Wording.Outline;
import cn.sunledger.profile.ProfileChain;
import cn.sunledger.profile.ProfileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 情况说明: writes the narrative of a workbook in the wording of a profile.
 *
 * <p>Amounts, rates and comparison words come from cells and from typed answers only; what nobody
 * answered yet stands in the text as {@code 【待填：…】} and on the list of 待填事项.
 */
public final class NarrativeWriter {
  private final Wording wording;
  private final TemplateEngine engine;

  /**
   * A writer in the wording of a profile.
   *
   * @param wording the conventions in force
   * @param templates the profile whose templates are used, and those it extends
   */
  public NarrativeWriter(Wording wording, ProfileChain templates) {
    this.wording = wording;
    this.engine = new TemplateEngine(templates);
  }

  /**
   * Writes.
   *
   * @param disclosure the workbook
   * @param comparison its comparison, from which all figures are taken
   * @param answers 待填事项 by key, as far as they are answered
   * @return the text and what is still to be answered; a text without sections where the profile
   *     has no outline for this kind of document
   * @throws ProfileException where a template is faulty
   */
  public Narrative write(
      Disclosure disclosure, Comparison comparison, Map<String, String> answers) {
    return write(disclosure, comparison, Given.of(answers));
  }

  /**
   * Writes.
   *
   * @param disclosure the workbook
   * @param comparison its comparison, from which all figures are taken
   * @param given what people gave
   * @return as above
   * @throws ProfileException where a template is faulty
   */
  public Narrative write(Disclosure disclosure, Comparison comparison, Given given) {
    Optional<Outline> outline = wording.outline(disclosure.document());
    if (outline.isEmpty()) {
      return new Narrative(disclosure.document().title() + "情况说明", List.of(), List.of());
    }
    Draft draft = new Draft(wording, outline.get(), engine, disclosure, comparison, given);
    List<Narrative.Section> sections = draft.narrative();
    return new Narrative(draft.filled(outline.get().title()), sections, draft.items());
  }

  /**
   * Writes the whole document that is published, of which the narrative is a part.
   *
   * @param disclosure the workbook
   * @param comparison its comparison, from which all figures are taken
   * @param given what people gave
   * @return its parts and what is still to be answered; no parts where the profile has no outline
   *     for this kind of document
   * @throws ProfileException where a template is faulty
   */
  public Publication publish(Disclosure disclosure, Comparison comparison, Given given) {
    Optional<Outline> outline = wording.outline(disclosure.document());
    if (outline.isEmpty()) {
      return new Publication("", disclosure.document().title(), List.of(), List.of());
    }
    Draft draft = new Draft(wording, outline.get(), engine, disclosure, comparison, given);
    List<Publication.Part> parts = draft.parts();
    String title = draft.filled(outline.get().publication().title());
    return new Publication(draft.unit(), title, parts, draft.items());
  }
}
