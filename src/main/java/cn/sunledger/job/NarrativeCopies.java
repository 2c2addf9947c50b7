package cn.sunledger.job;

import cn.sunledger.document.NarrativeFile;
import cn.sunledger.document.UnreadableNarrativeException;
import cn.sunledger.document.WordNarrative;
import cn.sunledger.document.WordNarrative.Note;
import cn.sunledger.job.VerifyJob.Verified;
import cn.sunledger.report.ClaimNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the copies of Word documents in which the mistakes carry comments. */
final class NarrativeCopies {
  private final Optional<Path> out;
  private final boolean force;

  NarrativeCopies(Optional<Path> out, boolean force) {
    this.out = out;
    this.force = force;
  }

  /** The copies that were written: none for a document without a mistake. */
  List<Path> write(List<Verified> results) throws RefusedException, IOException {
    Map<Verified, WordNarrative> documents = new LinkedHashMap<>();
    for (Verified result : results) {
      Optional<WordNarrative> word = word(result, results.size() == 1);
      word.ifPresent(document -> documents.put(result, document));
    }
    Map<Path, Path> targets =
        OutputPlan.of(
            documents.keySet().stream().map(Verified::path).toList(),
            List.of(),
            out,
            file -> OutputNames.stem(file) + ".annotated." + OutputNames.extension(file),
            target -> true);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<Verified, WordNarrative> document : documents.entrySet()) {
      Path target = targets.get(document.getKey().path());
      List<Note> notes = notes(document.getKey());
      boolean taken = Files.exists(target);
      boolean ours = taken && isOurs(target);
      if (notes.isEmpty() && !ours) {
        continue;
      }
      if (taken && !ours && !force) {
        throw new RefusedException(OutputPlan.taken(target));
      }
      byte[] copy = document.getValue().commented(notes);
      WholeFile.write(target, file -> file.write(copy));
      written.add(target);
    }
    return written;
  }

  private static List<Note> notes(Verified result) {
    return new ClaimNotes()
        .of(result.report()).stream()
            .map(note -> new Note(note.span(), note.paragraphs()))
            .toList();
  }

  /** The Word document; a text among several narratives is passed over. */
  private static Optional<WordNarrative> word(Verified result, boolean alone)
      throws RefusedException {
    if (result.sheet().isPresent()) {
      throw new RefusedException(
          "《" + result.name() + "》是工作簿，--annotate 只批注 Word 文档；工作簿请用 annotate 命令批注。");
    }
    try {
      Optional<WordNarrative> word = NarrativeFile.read(result.path()).word();
      if (word.isEmpty() && alone) {
        throw new RefusedException("《" + result.name() + "》是纯文本，加不了批注；--annotate 只用于 .docx。");
      }
      return word;
    } catch (UnreadableNarrativeException e) {
      throw new RefusedException(e.getMessage());
    }
  }

  private static boolean isOurs(Path file) {
    try {
      return NarrativeFile.read(file).word().map(WordNarrative::isCommented).orElse(false);
    } catch (UnreadableNarrativeException e) {
      return false;
    }
  }
}
