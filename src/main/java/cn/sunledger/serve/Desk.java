package cn.sunledger.serve;

import cn.sunledger.job.Pairing;
import cn.sunledger.job.ReadWorkbook;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.serve.DroppedFile.Choice;
import cn.sunledger.serve.DroppedFile.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * The files of one page: each is read as it arrives; once all that have arrived are read they are
 * paired, and whatever is compared with something else than before is worked on anew.
 */
final class Desk {
  private static final Pairing.WayOut WAY_OUT =
      new Pairing.WayOut("请在它的“年初预算”一栏选定一份", "请在它的“上年”一栏选定一份");

  private static final Duration TOGETHER = Duration.ofMillis(150);

  private final String id;
  private final Path folder;
  private final Limits limits;
  private final Workshop workshop;
  private final Crew crew;
  private final Map<String, DroppedFile> files = new LinkedHashMap<>();
  private final Matching matching = new Matching(files);
  private final Presence presence;
  private final Answers answers;
  private List<String> remarks = List.of();
  private long version = 1;
  private boolean closed;
  private int arriving;
  private Future<?> pairing;

  Desk(String id, Path folder, Limits limits, Workshop workshop, Crew crew) {
    this.id = id;
    this.folder = folder;
    this.limits = limits;
    this.workshop = workshop;
    this.crew = crew;
    this.presence = new Presence(limits);
    this.answers = new Answers(this, limits, workshop);
  }

  String id() {
    return id;
  }

  Path folder() {
    return folder;
  }

  /** What its files take, in bytes. */
  synchronized long bytes() {
    return files.values().stream().mapToLong(DroppedFile::length).sum();
  }

  synchronized long version() {
    return version;
  }

  synchronized List<DroppedFile> files() {
    return List.copyOf(files.values());
  }

  synchronized List<String> remarks() {
    return remarks;
  }

  /** What is filled in on the page. */
  Answers answers() {
    return answers;
  }

  /** Whether somebody still looks at the page. */
  Presence presence() {
    return presence;
  }

  /**
   * The file with an id.
   *
   * @throws Refusal where there is none
   */
  synchronized DroppedFile file(String fileId) throws Refusal {
    DroppedFile file = files.get(fileId);
    if (file == null) {
      throw Refusal.gone();
    }
    return file;
  }

  /** The file with the same content, if it is there already. */
  synchronized Optional<DroppedFile> same(String digest) {
    return files.values().stream()
        .filter(file -> file.digest().equals(digest) && file.state != State.CANCELLED)
        .findFirst();
  }

  /** A name that no other file of the page has: results are told apart by it. */
  synchronized String freeName(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    String candidate = name;
    for (int number = 2; taken(candidate); number++) {
      candidate = stem + "（" + number + "）" + ending;
    }
    return candidate;
  }

  private boolean taken(String name) {
    return files.values().stream().anyMatch(file -> file.name().equalsIgnoreCase(name));
  }

  /** A file begins to arrive: what is paired without it would be paired again at once. */
  synchronized void arriving() {
    arriving++;
  }

  /** A file has arrived, or will not. */
  synchronized void arrived() {
    arriving--;
    pairSoon();
  }

  /** Files mostly come in handfuls, one upon the other: they are paired once all are there. */
  private void pairSoon() {
    if (pairing != null) {
      pairing.cancel(false);
    }
    pairing = crew.later(TOGETHER, this::pairNow);
  }

  private synchronized void pairNow() {
    if (!closed) {
      pair();
    }
  }

  /**
   * Takes a file and begins to read it.
   *
   * @throws Refusal where the page holds as many as it may, or is gone
   */
  synchronized void add(DroppedFile file) throws Refusal {
    if (closed) {
      throw Refusal.gone();
    }
    if (files.size() >= limits.files()) {
      throw new Refusal(413, "一次最多放 " + limits.files() + " 个文件，请分批处理。");
    }
    files.put(file.id(), file);
    changed();
    start(file, State.READING, () -> read(file));
  }

  private void start(DroppedFile file, State first, Runnable task) {
    file.work =
        crew.submit(
            () -> {
              if (step(file, first)) {
                task.run();
              }
            },
            limits.work(),
            () ->
                finish(
                    file,
                    () -> file.fail("处理超过 " + limits.work().toMinutes() + " 分钟，已停止；请检查文件是否异常庞大。")));
  }

  /** Goes on to a step; false where the file was taken away or cancelled meanwhile. */
  private synchronized boolean step(DroppedFile file, State next) {
    if (closed || !files.containsKey(file.id()) || !file.state.busy()) {
      return false;
    }
    file.state = next;
    changed();
    return true;
  }

  /** Ends a step and sees what can be done next. */
  private synchronized void finish(DroppedFile file, Runnable end) {
    if (closed || !files.containsKey(file.id()) || !file.state.busy()) {
      return;
    }
    end.run();
    changed();
    if (file.state != State.READY) {
      pairSoon();
    }
  }

  private void read(DroppedFile file) {
    try {
      if (file.narrative()) {
        NarrativeText text = workshop.text(file.path(), file.name());
        finish(
            file,
            () -> {
              file.text = text;
              file.state = State.WAITING;
            });
      } else {
        ReadWorkbook read = workshop.workbook(file.path(), file.name());
        finish(
            file,
            () -> {
              file.read = read;
              file.state = State.WAITING;
            });
      }
    } catch (Workshop.Trouble e) {
      finish(file, () -> file.fail(e.getMessage()));
    }
  }

  /** Pairs what was read, once nothing is being read any more. */
  private void pair() {
    Collection<DroppedFile> all = files.values();
    if (arriving > 0
        || all.stream()
            .anyMatch(
                f ->
                    f.state == State.READING
                        || f.state == State.WAITING && f.read == null && f.text == null)) {
      return;
    }
    List<DroppedFile> books = all.stream().filter(f -> f.readable() && !f.narrative()).toList();
    Pairing pairing = Pairing.among(books.stream().map(f -> f.read).toList(), WAY_OUT);
    remarks = pairing.remarks();
    for (int i = 0; i < books.size(); i++) {
      DroppedFile book = books.get(i);
      Pairing.WorkbookSet set = matching.chosen(book, pairing.sets().get(i));
      again(book, Matching.inputs(set), () -> book.set = set, () -> check(book));
    }
    for (DroppedFile text : all.stream().filter(f -> f.readable() && f.narrative()).toList()) {
      Optional<DroppedFile> book = matching.workbookOf(text, books);
      if (book.isEmpty()) {
        text.check = null;
        text.inputs = List.of();
        text.state = State.READY;
        text.sentence = books.isEmpty() ? "请再放入它所说明的工作簿。" : "看不出它说明的是哪一份工作簿，请在右边选定。";
      } else {
        List<Object> inputs = new ArrayList<>(book.get().inputs);
        inputs.add(book.get());
        again(text, inputs, () -> text.sentence = "", () -> verify(text, book.get()));
      }
    }
    changed();
  }

  /** Works on a file anew where what it depends on is not what it was. */
  private void again(DroppedFile file, List<Object> inputs, Runnable before, Runnable task) {
    if (Matching.same(file.inputs, inputs) && file.state != State.WAITING) {
      return;
    }
    if (file.work != null) {
      file.work.cancel(true);
    }
    file.inputs = inputs;
    file.state = State.WAITING;
    before.run();
    start(file, State.CHECKING, task);
  }

  private void check(DroppedFile file) {
    Pairing.WorkbookSet set;
    int answered;
    List<Object> inputs;
    synchronized (this) {
      set = file.filledSet();
      answered = file.answered;
      inputs = file.inputs;
    }
    try {
      Outcome outcome = workshop.outcome(set, file.name());
      finish(
          file,
          () -> {
            if (file.inputs == inputs) {
              file.outcome = outcome;
              file.state = State.READY;
            }
          });
      if (answered != answeredSince(file)) {
        answers.rewrite(file);
      }
    } catch (Workshop.Trouble e) {
      finish(file, () -> failIf(file, inputs, e));
    }
  }

  /** What failed with other partners than it has now is being done with these. */
  private static void failIf(DroppedFile file, List<Object> inputs, Workshop.Trouble trouble) {
    if (file.inputs == inputs) {
      file.fail(trouble.getMessage());
    }
  }

  private synchronized int answeredSince(DroppedFile file) {
    return file.answered;
  }

  private void verify(DroppedFile text, DroppedFile book) {
    Pairing.WorkbookSet set;
    List<Object> inputs;
    synchronized (this) {
      set = book.set;
      inputs = text.inputs;
    }
    try {
      TextOutcome outcome = new TextOutcome(book, workshop.verify(text.text, set, text.name()));
      finish(
          text,
          () -> {
            if (text.inputs == inputs) {
              text.check = outcome;
              text.state = State.READY;
            }
          });
    } catch (Workshop.Trouble e) {
      finish(text, () -> failIf(text, inputs, e));
    }
  }

  /** The file's set with all answers, for what is written to be downloaded. */
  synchronized Pairing.WorkbookSet setToWrite(DroppedFile file) throws Refusal {
    file.ready().orElseThrow(Refusal::gone);
    return file.filledSet();
  }

  /** Says what a file is compared with. */
  synchronized void choose(String fileId, Role role, Choice choice) throws Refusal {
    DroppedFile file = file(fileId);
    if (!choice.file().isEmpty()) {
      file(choice.file());
    }
    switch (role) {
      case BUDGET -> file.budget = choice;
      case PREVIOUS -> file.previous = choice;
      case WORKBOOK -> file.workbook = choice;
    }
    changed();
    pair();
  }

  /** What a file is to another. */
  enum Role {
    BUDGET,
    PREVIOUS,
    WORKBOOK
  }

  /** Stops work on a file that has not been done yet; the others go on. */
  synchronized void cancel(String fileId) throws Refusal {
    DroppedFile file = file(fileId);
    if (file.state.busy()) {
      file.state = State.CANCELLED;
      if (file.work != null) {
        file.work.cancel(true);
      }
      changed();
      pair();
    }
  }

  /** Takes a file away, with what came of it. */
  synchronized void remove(String fileId) throws Refusal {
    DroppedFile file = file(fileId);
    files.remove(fileId);
    if (file.work != null) {
      file.work.cancel(true);
    }
    files.values().forEach(other -> forget(other, fileId));
    PrivateFolder.delete(file.path().getParent());
    changed();
    pair();
  }

  private static void forget(DroppedFile other, String fileId) {
    if (other.budget.file().equals(fileId)) {
      other.budget = Choice.FOUND;
    }
    if (other.previous.file().equals(fileId)) {
      other.previous = Choice.FOUND;
    }
    if (other.workbook.file().equals(fileId)) {
      other.workbook = Choice.FOUND;
    }
  }

  private void changed() {
    version++;
  }

  /** Ends all work and removes all files. */
  void close() {
    synchronized (this) {
      closed = true;
      files.values().stream()
          .map(file -> file.work)
          .filter(Objects::nonNull)
          .forEach(work -> work.cancel(true));
      files.clear();
    }
    PrivateFolder.delete(folder);
  }
}
