package cn.sunledger.serve;

import cn.sunledger.job.Pairing;
import cn.sunledger.job.ReadWorkbook;
import cn.sunledger.model.NarrativeText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** One file on a page, and how far it has come. Its page guards it. */
final class DroppedFile {
  /** How far a file has come. */
  enum State {
    WAITING("等候"),
    READING("正在读取"),
    CHECKING("正在核对"),
    READY("完成"),
    FAILED("没有完成"),
    CANCELLED("已取消");

    private final String title;

    State(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    boolean busy() {
      return this == WAITING || this == READING || this == CHECKING;
    }
  }

  /** What a file is compared with: what was found, nothing, or a file that a person chose. */
  record Choice(boolean chosen, String file) {
    static final Choice FOUND = new Choice(false, "");
  }

  private final String id;
  private final String name;
  private final Path path;
  private final long length;
  private final String digest;
  private final boolean narrative;

  State state = State.WAITING;
  String sentence = "";
  Future<?> work;
  ReadWorkbook read;
  NarrativeText text;
  Choice budget = Choice.FOUND;
  Choice previous = Choice.FOUND;
  Choice workbook = Choice.FOUND;
  Pairing.WorkbookSet set;
  List<Object> inputs = List.of();
  Outcome outcome;
  TextOutcome check;
  final Map<String, String> answers = new LinkedHashMap<>();
  int answered;

  /**
   * A file that has arrived.
   *
   * @param id a name that nobody can guess
   * @param name how the page calls it, unlike any other on the page
   * @param path where it is
   * @param length in bytes
   * @param digest of its content
   * @param narrative whether it is a text and no workbook
   */
  DroppedFile(String id, String name, Path path, long length, String digest, boolean narrative) {
    this.id = id;
    this.name = name;
    this.path = path;
    this.length = length;
    this.digest = digest;
    this.narrative = narrative;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  Path path() {
    return path;
  }

  long length() {
    return length;
  }

  String digest() {
    return digest;
  }

  boolean narrative() {
    return narrative;
  }

  /** Whether it can be paired with others. */
  boolean readable() {
    return (read != null || text != null) && state != State.FAILED && state != State.CANCELLED;
  }

  /** The workbook with what was filled in on the page. */
  ReadWorkbook filled() {
    Map<String, String> all = new LinkedHashMap<>(read.answers());
    answers.forEach(
        (key, answer) -> {
          if (answer.isBlank()) {
            all.remove(key);
          } else {
            all.put(key, answer);
          }
        });
    return new ReadWorkbook(read.path(), read.name(), read.disclosure(), all);
  }

  /** The set it was worked on in, with what was filled in since. */
  Pairing.WorkbookSet filledSet() {
    return new Pairing.WorkbookSet(
        filled(), set.budget(), set.previous(), set.related(), set.partnerOnly());
  }

  void fail(String why) {
    state = State.FAILED;
    sentence = why;
    outcome = null;
    check = null;
  }

  Optional<Outcome> ready() {
    return Optional.ofNullable(outcome).filter(done -> state == State.READY);
  }

  Optional<TextOutcome> checked() {
    return Optional.ofNullable(check).filter(done -> state == State.READY);
  }
}
