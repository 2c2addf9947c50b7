package cn.sunledger.serve;

import cn.sunledger.job.Pairing;
import cn.sunledger.model.Narrative;

/** 待填事项: takes what is filled in on a page, and writes the text with it. */
final class Answers {
  private final Desk desk;
  private final Limits limits;
  private final Workshop workshop;

  Answers(Desk desk, Limits limits, Workshop workshop) {
    this.desk = desk;
    this.limits = limits;
    this.workshop = workshop;
  }

  /**
   * Takes an answer and writes the text with it.
   *
   * @return the file's outcome with the new text
   * @throws Refusal where there is no such question, or the answer is too long
   */
  Outcome take(String fileId, String key, String answer) throws Refusal, Workshop.Trouble {
    DroppedFile file = desk.file(fileId);
    synchronized (desk) {
      Outcome done =
          file.ready().orElseThrow(() -> new Refusal(409, "《" + file.name() + "》正在重新核对，请稍候再填。"));
      if (answer.length() > limits.answer()) {
        throw new Refusal(413, "一项最多填 " + limits.answer() + " 个字。");
      }
      if (done.narrative().items().stream().noneMatch(item -> item.key().equals(key))
          && !file.answers.containsKey(key)) {
        throw Refusal.missing();
      }
      file.answers.put(key, answer);
      file.answered++;
    }
    return rewrite(file);
  }

  /** Writes the text anew with all answers; a later answer overtakes an earlier one. */
  Outcome rewrite(DroppedFile file) throws Workshop.Trouble {
    Pairing.WorkbookSet set;
    Outcome before;
    int answered;
    synchronized (desk) {
      set = file.filledSet();
      before = file.outcome;
      answered = file.answered;
    }
    if (before == null) {
      throw new Workshop.Trouble("《" + file.name() + "》正在重新核对，请稍候再填。");
    }
    Narrative narrative = workshop.narrative(set, file.name());
    Outcome after = before.with(narrative, workshop.sources(narrative, set));
    synchronized (desk) {
      if (answered == file.answered && file.outcome == before) {
        file.outcome = after;
      }
      return after;
    }
  }
}
