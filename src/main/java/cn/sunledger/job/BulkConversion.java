package cn.sunledger.job;

import cn.sunledger.export.SafeNames;
import cn.sunledger.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 批量转换: any number of workbooks to CSV. The results do not depend on how many threads there are nor
 * on the order in which workbooks are found, and no more workbooks are in memory at a time than
 * there are threads.
 */
public final class BulkConversion {
  private static final int PATIENCE_SECONDS = 30;

  /** xlsx and its like, as against xls and its like. */
  private static final int LONG_EXTENSION = 4;

  private final DisclosureReader reader;
  private final ConversionOptions options;
  private final ConversionProgress progress;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;

  /**
   * A conversion, not begun yet.
   *
   * @param reader reads workbooks and finds tables
   * @param options what it shall do
   * @param progress hears how it goes on
   */
  public BulkConversion(
      DisclosureReader reader, ConversionOptions options, ConversionProgress progress) {
    this.reader = reader;
    this.options = options;
    this.progress = progress;
  }

  /** How a workbook ended: with an outcome, with a failure, or with neither where it was left. */
  private record End(SourceConverter.Outcome outcome, Failure failure) {}

  /**
   * Converts.
   *
   * @param paths files and folders
   * @return how it ended; where no workbook could be converted, nothing was written
   * @throws RefusedException where the folder for the results holds what is not ours
   * @throws IOException where the results cannot be written
   */
  public ConversionResult run(List<Path> paths) throws RefusedException, IOException {
    try {
      ConversionFolder folder = ConversionFolder.at(options);
      WorkbookFiles.Found found = WorkbookFiles.find(paths);
      End[] ends = new End[found.sources().size()];
      boolean finished = false;
      try {
        convert(folder, tasks(found), ends);
        boolean whole = !stopped;
        ConversionResult result = finish(folder, found, ends, whole);
        finished = whole;
        return result;
      } finally {
        folder.close(finished);
      }
    } finally {
      ended.countDown();
    }
  }

  /**
   * Stops: workbooks that are being worked on are finished, what is done is kept for a later run
   * with {@code resume}. Waits until that is so.
   */
  public void stop() {
    stopped = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where the name without extension is taken, the folder is called by the whole name. */
  private static List<SourceConverter.Task> tasks(WorkbookFiles.Found found) {
    SafeNames names = new SafeNames();
    SourceConverter.Task[] tasks = new SourceConverter.Task[found.sources().size()];
    // 决算.xlsx has its name before 决算.xls
    claim(found.sources(), names, true, tasks);
    claim(found.sources(), names, false, tasks);
    return List.of(tasks);
  }

  private static void claim(
      List<WorkbookFiles.Source> sources,
      SafeNames names,
      boolean modern,
      SourceConverter.Task[] tasks) {
    for (int i = 0; i < tasks.length; i++) {
      WorkbookFiles.Source source = sources.get(i);
      if (OutputNames.extension(source.path()).length() >= LONG_EXTENSION == modern) {
        String name =
            names.claim(OutputNames.stem(source.path()), source.path().getFileName().toString());
        tasks[i] = new SourceConverter.Task(source, ConversionFolder.SHEETS + "/" + name);
      }
    }
  }

  private void convert(ConversionFolder folder, List<SourceConverter.Task> tasks, End[] ends)
      throws IOException {
    MemoryShares shares = new MemoryShares(options.threads(), Runtime.getRuntime().maxMemory());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(options.threads());
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      workers.add(
          pool.submit(
              () -> {
                SourceConverter converter = new SourceConverter(reader, options, folder);
                for (int index = next.getAndIncrement();
                    index < ends.length && !stopped;
                    index = next.getAndIncrement()) {
                  ends[index] = convert(converter, tasks.get(index), shares);
                  synchronized (progress) {
                    progress.done(done.incrementAndGet(), ends.length);
                  }
                }
                return null;
              }));
    }
    pool.shutdown();
    await(workers);
  }

  /** A worker that cannot write, or finds the templates faulty, ends all. */
  private void await(List<Future<?>> workers) throws IOException {
    Throwable fault = null;
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        stopped = true;
        fault = e.getCause();
      } catch (InterruptedException e) {
        stopped = true;
        Thread.currentThread().interrupt();
      }
    }
    if (fault instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (fault != null) {
      throw fault instanceof IOException io ? io : new IOException(fault);
    }
  }

  private static End convert(
      SourceConverter converter, SourceConverter.Task task, MemoryShares shares)
      throws IOException {
    int taken = shares.take(task.source().path());
    try {
      return convert(converter, task);
    } catch (OutOfMemoryError e) {
      // it may have been another workbook that took the memory
      shares.giveBack(taken);
      taken = 0;
      taken = shares.takeAll();
      return alone(converter, task);
    } finally {
      shares.giveBack(taken);
    }
  }

  private static End alone(SourceConverter converter, SourceConverter.Task task)
      throws IOException {
    try {
      return convert(converter, task);
    } catch (OutOfMemoryError e) {
      return new End(null, DisclosureReader.broken(task.source().name(), e));
    }
  }

  private static End convert(SourceConverter converter, SourceConverter.Task task)
      throws IOException {
    try {
      return new End(converter.convert(task), null);
    } catch (FailedException e) {
      return new End(null, e.failure());
    } catch (ProfileException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new End(null, DisclosureReader.broken(task.source().name(), e));
    }
  }

  private ConversionResult finish(
      ConversionFolder folder, WorkbookFiles.Found found, End[] ends, boolean whole)
      throws IOException {
    List<Failure> failures = new ArrayList<>(found.failures());
    List<String> converted = new ArrayList<>();
    List<String> withoutTables = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      String name = found.sources().get(i).name();
      if (ends[i] != null && ends[i].failure() != null) {
        failures.add(ends[i].failure());
      } else if (ends[i] != null) {
        converted.add(name);
        if (ends[i].outcome() == SourceConverter.Outcome.WITHOUT_TABLES) {
          withoutTables.add(name);
        }
      }
    }
    long facts = 0;
    if (whole && converted.isEmpty()) {
      folder.abandon();
    } else if (whole) {
      facts = new ConversionResults(folder, options, found.ignored()).write(converted, failures);
    }
    int reused =
        (int)
            Arrays.stream(ends)
                .filter(end -> end != null && end.outcome() == SourceConverter.Outcome.REUSED)
                .count();
    return new ConversionResult(
        converted.size(), reused, facts, withoutTables, found.ignored(), failures, !whole);
  }
}
