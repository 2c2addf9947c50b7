package cn.sunledger.serve;

import cn.sunledger.document.UnusableTemplateException;
import cn.sunledger.document.WordDocument;
import cn.sunledger.job.DisclosureJob;
import cn.sunledger.job.DisclosureReader;
import cn.sunledger.job.FailedException;
import cn.sunledger.job.Failure;
import cn.sunledger.job.NarrativeFiles;
import cn.sunledger.job.Pairing;
import cn.sunledger.job.PictureReader;
import cn.sunledger.job.ReadWorkbook;
import cn.sunledger.job.RefusedException;
import cn.sunledger.job.Stages;
import cn.sunledger.job.VerifyJob;
import cn.sunledger.job.Wishes;
import cn.sunledger.model.CheckReport;
import cn.sunledger.model.Comparison;
import cn.sunledger.model.Narrative;
import cn.sunledger.model.NarrativeText;
import cn.sunledger.model.Publication;
import cn.sunledger.model.VerifyReport;
import cn.sunledger.preview.WorkbookPicture;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The stages at work for a page: whatever goes wrong becomes one sentence. */
final class Workshop {
  private final DisclosureReader reader;
  private final DisclosureJob job;
  private final PictureReader pictures;
  private final VerifyJob texts;

  Workshop(Stages stages) {
    this.reader = stages.reader();
    this.job = new DisclosureJob(stages);
    this.pictures = new PictureReader(reader);
    this.texts = new VerifyJob(stages);
  }

  /** What went wrong, in one Chinese sentence. */
  static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    Trouble(String sentence) {
      super(sentence);
    }
  }

  private interface Work<T> {
    T done() throws FailedException, IOException;
  }

  private static <T> T attempt(String name, Work<T> work) throws Trouble {
    try {
      return work.done();
    } catch (FailedException e) {
      throw new Trouble(e.failure().sentence());
    } catch (ProfileException e) {
      throw new Trouble(e.getMessage());
    } catch (IOException e) {
      throw unwritable(name);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
      throw new Trouble(broken(name, e).sentence());
    }
  }

  private static Failure broken(String name, Throwable fault) {
    return DisclosureReader.broken(name, fault);
  }

  ReadWorkbook workbook(Path path, String name) throws Trouble {
    return attempt(name, () -> reader.read(path, name));
  }

  NarrativeText text(Path path, String name) throws Trouble {
    return attempt(name, () -> NarrativeFiles.text(path));
  }

  Outcome outcome(Pairing.WorkbookSet set, String name) throws Trouble {
    return attempt(
        name,
        () -> {
          CheckReport report = job.check(set);
          Comparison comparison = job.compare(set);
          Narrative narrative = job.explain(set, Wishes.NONE);
          return new Outcome(set, report, comparison, narrative, sources(narrative, set));
        });
  }

  Narrative narrative(Pairing.WorkbookSet set, String name) throws Trouble {
    return attempt(name, () -> job.explain(set, Wishes.NONE));
  }

  /** Finds the figures of our own text again in the tables; a text without figures has none. */
  Optional<VerifyReport> sources(Narrative narrative, Pairing.WorkbookSet set) {
    return narrative.sections().isEmpty()
        ? Optional.empty()
        : Optional.of(job.verify(OwnText.of(narrative), set));
  }

  VerifyReport verify(NarrativeText text, Pairing.WorkbookSet set, String name) throws Trouble {
    return attempt(name, () -> job.verify(text, set));
  }

  /**
   * A copy of a Word document with a comment on each mistake.
   *
   * @param folder an empty folder for it
   * @return the copy; empty where there is no mistake
   */
  Optional<Path> commented(DroppedFile text, TextOutcome outcome, Path folder) throws Trouble {
    VerifyJob.Verified verified =
        new VerifyJob.Verified(
            text.path(),
            text.name(),
            Optional.empty(),
            Optional.of(outcome.workbook().set),
            outcome.report());
    try {
      return texts.annotate(List.of(verified), Optional.of(folder), true).stream().findFirst();
    } catch (RefusedException e) {
      throw new Trouble(e.getMessage());
    } catch (IOException e) {
      throw unwritable(text.name());
    }
  }

  private static Trouble unwritable(String name) {
    return new Trouble("《" + name + "》的结果写不进临时文件夹，请检查磁盘空间后重试。");
  }

  WorkbookPicture picture(Path path, String name) throws Trouble {
    return attempt(name, () -> pictures.picture(path, name));
  }

  /** The whole document that is published, as Word writes it. */
  byte[] document(Pairing.WorkbookSet set, String name) throws Trouble {
    return attempt(
        name,
        () -> {
          Publication publication = job.publish(set, Wishes.NONE);
          try {
            return new WordDocument().bytes(publication, job.printed(set), Optional.empty());
          } catch (UnusableTemplateException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  void annotate(Pairing.WorkbookSet set, Path target, String name) throws Trouble {
    attempt(name, () -> job.annotate(set, target));
  }
}
