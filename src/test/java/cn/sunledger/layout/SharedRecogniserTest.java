package cn.sunledger.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.sunledger.model.Disclosure;
import cn.sunledger.model.TableLayout;
import cn.sunledger.model.Term;
import cn.sunledger.profile.LayoutLoader;
import cn.sunledger.profile.TemplateFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A recogniser remembers what it found out of texts and titles: whatever it met before, in whatever
 * order and in how many threads, a workbook is read as by a new one.
 */
class SharedRecogniserTest {
  private static final List<String> PROFILES = List.of("national");
  private static final LayoutLoader LOADER = new LayoutLoader(new TemplateFolder(Optional.empty()));
  private static final List<TableLayout> LAYOUTS = LOADER.layouts(PROFILES);
  private static final List<Term> VOCABULARY = LOADER.vocabulary(PROFILES);
  private static final int THREADS = 4;

  private static TableRecognizer recogniser() {
    return new TableRecognizer(LAYOUTS, VOCABULARY);
  }

  private static Map<String, Disclosure> eachByItsOwn() {
    Map<String, Disclosure> read = new LinkedHashMap<>();
    for (String name : SampleGrids.names()) {
      read.put(name, recogniser().recognise(SampleGrids.read(name)));
    }
    return read;
  }

  @Test
  void whatWasReadBeforeChangesNothing() {
    Map<String, Disclosure> expected = eachByItsOwn();
    List<String> names = new ArrayList<>(expected.keySet());
    TableRecognizer shared = recogniser();
    for (int round = 0; round < 2; round++) {
      Collections.reverse(names);
      for (String name : names) {
        assertEquals(expected.get(name), shared.recognise(SampleGrids.read(name)), name);
      }
    }
  }

  @Test
  void severalThreadsReadTheSame() throws Exception {
    Map<String, Disclosure> expected = eachByItsOwn();
    TableRecognizer shared = recogniser();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Map<String, Disclosure>>> readings = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        List<String> names = new ArrayList<>(expected.keySet());
        Collections.rotate(names, i * names.size() / THREADS);
        readings.add(threads.submit(reading(shared, names)));
      }
      for (Future<Map<String, Disclosure>> reading : readings) {
        assertEquals(expected, reading.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Map<String, Disclosure>> reading(
      TableRecognizer shared, List<String> names) {
    return () -> {
      Map<String, Disclosure> read = new LinkedHashMap<>();
      for (String name : names) {
        read.put(name, shared.recognise(SampleGrids.read(name)));
      }
      return read;
    };
  }

  @Test
  void whoseAWorkbookIsIsKnownBeforeItIsRead() {
    RegionFinder finder = new RegionFinder();
    TableRecognizer recogniser = recogniser();
    eachByItsOwn()
        .forEach(
            (name, expected) -> {
              WorkbookRegions regions = finder.find(SampleGrids.read(name));
              assertEquals(expected.unitName(), regions.unitName(), name);
              assertEquals(expected, recogniser.recognise(regions), name);
            });
  }
}
