package cn.sunledger.job;

import cn.sunledger.export.ConvertedSource;
import cn.sunledger.export.CsvOptions;
import cn.sunledger.export.DataPackage;
import cn.sunledger.export.DataPackageReader;
import cn.sunledger.export.PackageSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folder that a bulk conversion writes to. Unfinished work stands in a folder of its own
 * inside, and moves to its place in whole files; nothing is made before the first result is there.
 */
final class ConversionFolder {
  static final String FACTS = "facts.csv";
  static final String FACTS_WORKBOOK = "facts.xlsx";
  static final String FAILURES = "failures.csv";
  static final String DESCRIPTOR = "datapackage.json";
  static final String SHEETS = "sheets";

  private static final String WORK = ".sunledger";
  private static final String WORK_SETTINGS = "settings.json";

  private final ConversionOptions options;
  private final String run = UUID.randomUUID().toString();
  private final AtomicInteger temporary = new AtomicInteger();
  private volatile boolean sheetsMade;
  private Deque<Path> made;
  private ConversionLog log;

  private ConversionFolder(ConversionOptions options) {
    this.options = options;
  }

  /**
   * Looks at the folder, without touching it.
   *
   * @throws RefusedException where what it holds is not ours to overwrite
   */
  static ConversionFolder at(ConversionOptions options) throws RefusedException, IOException {
    ConversionFolder folder = new ConversionFolder(options);
    Path out = options.out();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new RefusedException("“" + out + "”是一个文件，--out 应指定一个文件夹。");
    }
    boolean ours =
        folder.settings(DESCRIPTOR).isPresent()
            || Files.exists(out.resolve(WORK).resolve(WORK_SETTINGS));
    for (String name : List.of(FACTS, FACTS_WORKBOOK, DESCRIPTOR, FAILURES, SHEETS)) {
      if (!ours && !options.force() && Files.exists(out.resolve(name))) {
        throw new RefusedException(
            "“" + out.resolve(name) + "”已经存在，而且不是晒账本写的，请换一个 --out 文件夹，或加 --force 覆盖。");
      }
    }
    return folder;
  }

  private Optional<PackageSettings> settings(String name) throws IOException {
    Path file = options.out().resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Reader text = Files.newBufferedReader(file)) {
      return DataPackageReader.settings(text);
    }
  }

  Path out() {
    return options.out();
  }

  Path work() {
    return options.out().resolve(WORK);
  }

  /** Makes a folder for unfinished work, of a name that no other has. */
  Path makeTemporary() throws IOException {
    log();
    return Files.createDirectory(work().resolve(run + "-" + temporary.incrementAndGet()));
  }

  /** Where a folder of sheets shall stand; what is above it is there. */
  Path sheets(String name) throws IOException {
    Path place = options.out().resolve(name);
    if (!sheetsMade) {
      Files.createDirectories(place.getParent());
      sheetsMade = true;
    }
    return place;
  }

  /** The log of this conversion, begun or continued; makes the folder at the first call. */
  synchronized ConversionLog log() throws IOException {
    if (log == null) {
      made = WholeFile.makeFolders(options.out());
      String work = WORK + "/" + WORK_SETTINGS;
      if (!options.resume() || !settings(work).equals(Optional.of(options.settings()))) {
        Folders.delete(work());
        Files.createDirectories(work());
        if (options.resume() && settings(DESCRIPTOR).equals(Optional.of(options.settings()))) {
          takeOver();
        }
        writeSettings();
      }
      log = ConversionLog.open(work(), csv().encoding());
    }
    return log;
  }

  /** Results of a finished run become the beginning of this one's log. */
  private void takeOver() throws IOException {
    Path facts = options.out().resolve(FACTS);
    if (Files.exists(facts)) {
      Files.copy(facts, ConversionLog.rowsFile(work()), StandardCopyOption.REPLACE_EXISTING);
    }
    try (ConversionLog begun = ConversionLog.open(work(), csv().encoding());
        Reader text = Files.newBufferedReader(options.out().resolve(DESCRIPTOR))) {
      DataPackageReader.sources(text, begun::add);
    }
  }

  private void writeSettings() throws IOException {
    DataPackage none =
        new DataPackage(
            options.settings(),
            new DataPackage.FactsFile(0, 0, ""),
            Optional.empty(),
            0,
            0,
            List.of());
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(work().resolve(WORK_SETTINGS)))) {
      none.write(DataPackage.Sources.NONE, out);
    }
  }

  /** What a run with these settings has left of a source, where all of its files are there. */
  Optional<ConvertedSource> kept(String name, String sha256, String sheetFolder)
      throws IOException {
    if (!options.resume()) {
      return Optional.empty();
    }
    Optional<ConvertedSource> kept = log().find(name, sha256);
    return kept.filter(source -> source.folder().equals(sheetFolder) && whole(source));
  }

  private boolean whole(ConvertedSource source) {
    Path folder = options.out().resolve(source.folder());
    return source.sheets().stream()
        .filter(sheet -> !sheet.csv().isEmpty())
        .allMatch(sheet -> Files.isRegularFile(folder.resolve(sheet.csv())));
  }

  /** The sheet files that the finished run before this one wrote. */
  Set<Path> formerSheets() throws IOException {
    Set<Path> former = new HashSet<>();
    if (settings(DESCRIPTOR).isPresent()) {
      try (Reader text = Files.newBufferedReader(options.out().resolve(DESCRIPTOR))) {
        DataPackageReader.sources(text, source -> former.addAll(files(source)));
      }
    }
    return former;
  }

  /** The sheet files of a source that stand below the folder of all sheets. */
  List<Path> files(ConvertedSource source) {
    Path sheets = options.out().resolve(SHEETS).normalize();
    return source.sheets().stream()
        .filter(sheet -> !sheet.csv().isEmpty())
        .map(sheet -> options.out().resolve(source.folder()).resolve(sheet.csv()).normalize())
        .filter(file -> file.startsWith(sheets))
        .toList();
  }

  /** Ends the work; an unfinished one stays for the next run to take up. */
  void close(boolean finished) throws IOException {
    if (log == null) {
      return;
    }
    log.close();
    if (finished) {
      Folders.delete(work());
    }
  }

  /** Takes away what was made for results that did not come. */
  void abandon() throws IOException {
    close(true);
    if (made != null) {
      made.forEach(WholeFile::deleteIfEmpty);
    }
  }

  CsvOptions csv() {
    return options.settings().csv();
  }
}
