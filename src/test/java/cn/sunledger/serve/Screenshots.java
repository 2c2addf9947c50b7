package cn.sunledger.serve;

import cn.sunledger.job.Stages;
import cn.sunledger.profile.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes pictures of the page, to be looked at: {@code Screenshots FOLDER [FILE…]}. */
final class Screenshots {
  private static final List<String> SAMPLES =
      List.of(
          "changsha-2023-final-accounts.xlsx",
          "changsha-2023-budget.xlsx",
          "changsha-2022-final-accounts.xlsx");

  private Screenshots() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<Path> files =
        args.length > 1
            ? List.of(args).subList(1, args.length).stream().map(Path::of).toList()
            : SAMPLES.stream().map(name -> Path.of("sample-workbooks").resolve(name)).toList();
    Path temporary = Files.createTempDirectory("screenshots");
    Stages stages = new Stages(new TemplateFolder(Optional.empty()), Optional.empty());
    try (DropPage page = DropPage.open(stages, Limits.USUAL, temporary);
        Chrome chrome = Chrome.start(temporary.resolve("chrome"), 1280, 860)) {
      chrome.size(1280, 860);
      chrome.open(page.address());
      chrome.waitFor("#drop");
      save(chrome, folder.resolve("1-empty.png"));
      chrome.drop(files.toArray(Path[]::new));
      chrome.waitFor(".result");
      chrome.waitFor(".files-list[data-busy=false]");
      if (files.stream().anyMatch(file -> !file.toString().contains(".xls"))) {
        chrome.click(".file[data-narrative=true] .file-name");
        chrome.waitFor(".text-check");
        chrome.run("window.scrollTo(0, 0)");
        Thread.sleep(1500);
        save(chrome, folder.resolve("1280-text.png"));
        chrome.click(".file[data-narrative=false] .file-name");
        chrome.waitFor("#tab-findings");
      }
      for (int width : new int[] {1280, 400}) {
        chrome.size(width, width == 400 ? 860 : 900);
        tabs(chrome, folder, width);
      }
      chrome.size(1280, 900);
      Files.write(folder.resolve("print.pdf"), chrome.print());
      chrome.complaints().forEach(System.out::println);
    } finally {
      PrivateFolder.delete(temporary);
    }
  }

  private static void tabs(Chrome chrome, Path folder, int width)
      throws IOException, InterruptedException {
    for (String tab : List.of("findings", "comparison", "narrative", "data")) {
      if (chrome.count("#tab-" + tab) > 0) {
        chrome.run("document.querySelector(arguments[0]).click()", "#tab-" + tab);
        chrome.run(
            width > 400
                ? "window.scrollTo(0, 0)"
                : "document.querySelector('.tabs').scrollIntoView()");
        Thread.sleep(1500);
        save(chrome, folder.resolve(width + "-" + tab + ".png"));
      }
    }
  }

  private static void save(Chrome chrome, Path file) throws IOException {
    Files.write(file, chrome.screenshot());
  }
}
