package cn.sunledger.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.sunledger.annotate.ManualAnswers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, as people use it. */
class BrowserTest {
  private static final String DOWN = "\uE015";
  private static final String RIGHT = "\uE014";
  private static final String ENTER = "\uE007";
  private static final String TAB = "\uE004";

  @TempDir static Path profile;
  private static Chrome chrome;

  @TempDir Path temporary;
  private DropPage page;

  @BeforeAll
  static void startBrowser() throws IOException, InterruptedException {
    if (Chrome.programs().isPresent()) {
      chrome = Chrome.start(profile, 1280, 900);
      chrome.size(1280, 900);
    } else {
      System.out.println("没有 Chromium 和 chromedriver：网页的浏览器测试没有运行，其余照常。");
    }
  }

  @AfterAll
  static void endBrowser() {
    if (chrome != null) {
      chrome.close();
    }
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.close();
    }
  }

  /** What a person does on a fresh page. */
  private interface Visit {
    void go() throws Exception;
  }

  private void visit(Limits limits, Visit visit) throws Exception {
    if (chrome == null) {
      return;
    }
    page = DropPage.open(Books.STAGES, limits, temporary);
    chrome.open("about:blank");
    chrome.complaints();
    chrome.open(page.address());
    chrome.waitFor("#zip[href*='/d/']");
    visit.go();
    assertEquals(List.of(), chrome.complaints());
    assertEquals(
        0L,
        chrome.run(
            "return performance.getEntriesByType('resource')"
                + ".filter(e => new URL(e.name).origin !== location.origin).length"),
        "the page asked somebody else");
  }

  private void visit(Visit visit) throws Exception {
    visit(Limits.USUAL, visit);
  }

  private void dropThree() throws IOException {
    chrome.drop(Books.FINAL, Books.BUDGET, Books.FORMER);
    chrome.waitFor("#tab-findings");
    chrome.waitFor(".files-list[data-busy=false]");
  }

  private String file(String name) throws IOException {
    return String.valueOf(
        chrome.run(
            "return [...document.querySelectorAll('.file')]"
                + ".find(f => f.querySelector('.file-name').textContent === arguments[0]).dataset.file",
            name));
  }

  private byte[] download(String selector) throws IOException {
    String address =
        String.valueOf(chrome.run("return document.querySelector(arguments[0]).href", selector));
    Visitor.Answer answer =
        new Visitor(page).ask("GET", URI.create(address).getRawPath(), new byte[0]);
    assertEquals(200, answer.status(), answer.text());
    return answer.body();
  }

  @Test
  void threeWorkbooksArePairedAndTheMainOneIsShown() throws Exception {
    visit(
        () -> {
          dropThree();
          assertEquals("长沙市信访局 · 2023 年度 · 部门决算", chrome.text(".result h2"));
          assertTrue(chrome.text(".verdict").startsWith("共核对 "), chrome.text(".verdict"));
          String id = file("changsha-2023-final-accounts.xlsx");
          String row = ".file[data-file='" + id + "'] ";
          assertEquals(
              "自动：changsha-2023-budget.xlsx 自动：changsha-2022-final-accounts.xlsx",
              chrome.run(
                  "return [...document.querySelectorAll(arguments[0])]"
                      + ".map(s => s.selectedOptions[0].text).join(' ')",
                  row + "select"));
        });
  }

  @Test
  void thePairingIsCorrectedByHand() throws Exception {
    visit(
        () -> {
          dropThree();
          chrome.click("#tab-comparison");
          assertTrue(
              chrome.text(".basis").contains("年初预算：《changsha-2023-budget.xlsx》"),
              chrome.text(".basis"));
          int planned = chrome.count("th[data-id=original]");
          choose("budget", "none");
          chrome.waitFor("the budget to be left out", () -> text(".basis").contains("年初预算：没有给出"));
          assertTrue(chrome.count("th[data-id=original]") < planned);
          choose("budget", "auto");
          chrome.waitFor(
              "the budget to be back",
              () -> text(".basis").contains("年初预算：《changsha-2023-budget.xlsx》"));
          assertEquals(planned, chrome.count("th[data-id=original]"));
        });
  }

  private void choose(String role, String value) throws IOException {
    chrome.run(
        "const s = document.querySelector(`.file[data-file='${arguments[0]}'] "
            + "select[data-pair=${arguments[1]}]`); s.value = arguments[2];"
            + "s.dispatchEvent(new Event('change', {bubbles: true}));",
        file("changsha-2023-final-accounts.xlsx"),
        role,
        value);
  }

  private static String text(String selector) {
    try {
      return chrome.text(selector);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void aBadFileSaysWhyAndTheOthersGoOn() throws Exception {
    visit(
        () -> {
          Path bad = temporary.resolve("坏.xlsx");
          Files.writeString(bad, "PK\u0003\u0004 not a workbook");
          Path picture = Files.write(temporary.resolve("图.png"), new byte[] {1, 2});
          chrome.drop(bad, Books.BUDGET, picture);
          chrome.waitFor("#tab-findings");
          chrome.waitFor(".state-failed");
          assertTrue(
              chrome.text(".state-failed .file-sentence").startsWith("《坏.xlsx》"),
              chrome.text(".state-failed"));
          assertEquals(1, chrome.text(".state-failed .file-sentence").lines().count());
          assertEquals(
              "《图.png》不是工作簿（.xlsx、.xls）也不是情况说明（.docx、.txt）。", chrome.text(".arriving .why"));
          assertEquals("长沙市信访局 · 2023 年度 · 部门预算", chrome.text(".result h2"));
          // the refusal itself is an answer of 415, which the browser reports
          List<String> complaints = chrome.complaints();
          assertEquals(1, complaints.size(), complaints.toString());
        });
  }

  @Test
  void aFindingOpensItsSheetWithItsCellsMarked() throws Exception {
    visit(
        () -> {
          Path wrong = temporary.resolve("错.xlsx");
          Files.write(wrong, Books.changed(Books.FINAL, "公开03表", 8, 3, "9999.99"));
          chrome.drop(wrong);
          chrome.waitFor(".finding.error");
          chrome.click(".finding.error .finding-head");
          if (chrome.count(".finding.error .finding-head[aria-expanded=true]") == 0) {
            chrome.click(".finding.error .finding-head");
          }
          chrome.waitFor("#sheet-pane td.here");
          String cell =
              String.valueOf(
                  chrome.run(
                      "return document.querySelector('.finding-head[aria-expanded=true]')"
                          + ".parentElement.querySelector('.cell-link').dataset.a1"));
          assertEquals(cell, chrome.run("return document.querySelector('td.here').dataset.a1"));
          assertTrue(chrome.count("#sheet-pane td.linked") > 0, "the operands are linked");
          assertTrue(chrome.count("#sheet-pane td.mark-error") > 0);
          assertTrue(chrome.count("#sheet-pane td[colspan]") > 0, "merges are kept");
          assertEquals(
              "rgb(247, 191, 186)",
              chrome.run(
                  "return getComputedStyle(document.querySelector("
                      + "'#sheet-pane td.mark-error:not(.operand)')).backgroundColor"));
          int all = chrome.count(".finding:not([hidden])");
          chrome.click("input[name=severity][value=error]");
          assertTrue(chrome.count(".finding:not([hidden])") < all);
        });
  }

  @Test
  void theTableIsSortedAndDrawn() throws Exception {
    visit(
        () -> {
          dropThree();
          chrome.click("#tab-comparison");
          chrome.waitFor("#chart-amounts canvas");
          chrome.waitFor("#chart-rates canvas");
          String longest =
              "const all = [...document.querySelectorAll('table.numbers')];"
                  + "const t = all.sort((a, b) => b.rows.length - a.rows.length)[0];"
                  + "const at = t.querySelector('th[data-id=actual]').cellIndex;";
          String values =
              longest
                  + "return [...t.tBodies[0].rows].map(r => r.cells[at].dataset.value).join(' ')";
          String sort = longest + "t.tHead.rows[0].cells[at].querySelector('button').click()";
          Object before = chrome.run(values);
          chrome.run(sort);
          Object down = chrome.run(values);
          assertNotEquals(before, down);
          chrome.run(sort);
          assertNotEquals(down, chrome.run(values));
          assertEquals(1, chrome.count("th[aria-sort=ascending]"));
          chrome.run(sort);
          assertEquals(before, chrome.run(values));
          chrome.click("table.numbers td .number");
          chrome.waitFor("#peek[open] td.here");
          chrome.click("#peek-close");
        });
  }

  @Test
  void whatIsTypedCompletesTheTextAndStandsInTheWorkbook() throws Exception {
    visit(
        () -> {
          dropThree();
          chrome.click("#tab-narrative");
          String open = chrome.text("#open-count");
          String key =
              String.valueOf(
                  chrome.run("return document.querySelector('.question textarea').name"));
          chrome.type(".question textarea", "市级信访救助资金专项纳入财政公共项目");
          chrome.waitFor("the text", () -> text("#article").contains("市级信访救助资金专项纳入财政公共项目"));
          assertNotEquals(open, chrome.text("#open-count"));
          assertEquals(
              "市级信访救助资金专项纳入财政公共项目",
              chrome.run("return document.activeElement.value"),
              "the field keeps its focus");
          chrome.move("#article .figure");
          chrome.waitFor(".tip");
          assertTrue(chrome.text(".tip").contains("公开01表"), chrome.text(".tip"));
          Path annotated = temporary.resolve("back.xlsx");
          Files.write(annotated, download("[data-get$='/annotated']"));
          assertEquals(
              Map.of(key, "市级信访救助资金专项纳入财政公共项目"), nonBlank(ManualAnswers.read(annotated).answers()));
          byte[] docx = download("[data-get$='/narrative']");
          assertEquals("PK", new String(docx, 0, 2, StandardCharsets.US_ASCII));
          chrome.reload();
          chrome.waitFor("#tab-narrative[aria-selected=true]");
          assertTrue(chrome.text("#article").contains("市级信访救助资金专项"), "reloading loses nothing");
        });
  }

  private static Map<String, String> nonBlank(Map<String, String> answers) {
    Map<String, String> given = new java.util.LinkedHashMap<>(answers);
    given.values().removeIf(String::isBlank);
    return given;
  }

  @Test
  void aPublishedTextIsCheckedClaimByClaim() throws Exception {
    visit(
        () -> {
          Path text = temporary.resolve("情况说明.txt");
          String right = Files.readString(Books.TEXT);
          Files.writeString(text, right.replaceFirst("1717\\.31", "1717.13"));
          chrome.drop(Books.FINAL, Books.BUDGET, Books.FORMER, text);
          chrome.waitFor(".files-list[data-busy=false] .file[data-narrative=true].is-ready");
          chrome.click(".file[data-narrative=true] .file-name");
          chrome.waitFor(".text-check .figure.wrong");
          assertTrue(
              String.valueOf(
                      chrome.run(
                          "return [...document.querySelectorAll('.figure.wrong')]"
                              + ".map(e => e.textContent).join()"))
                  .contains("1717.13"));
          chrome.click(".finding.wrong .finding-head");
          chrome.waitFor(".figure.current");
          assertTrue(chrome.count(".figure.ok") > 50);
        });
  }

  @Test
  void thePageIsUsedByKeyboardAlone() throws Exception {
    visit(
        () -> {
          dropThree();
          chrome.run("document.querySelector('#tab-findings').focus()");
          chrome.press(RIGHT);
          assertEquals("tab-comparison", chrome.run("return document.activeElement.id"));
          assertEquals(1, chrome.count("#panel-comparison:not([hidden])"));
          chrome.run("document.querySelector('#tab-findings').click()");
          chrome.run("document.querySelector('.finding-head').focus()");
          chrome.press(DOWN);
          assertEquals("1", chrome.run("return document.activeElement.dataset.finding"));
          assertEquals(1, chrome.count(".finding-head[data-finding='1'][aria-expanded=true]"));
          chrome.press(TAB);
          assertEquals(
              true, chrome.run("return document.activeElement.classList.contains('cell-link')"));
          chrome.press(ENTER);
          chrome.waitFor("#sheet-pane td.here");
        });
  }

  @Test
  void foreignMarkupIsShownAndNotRun() throws Exception {
    visit(
        () -> {
          Path evil = temporary.resolve("恶.xlsx");
          String markup = "<img src=x onerror=\"window.stolen=1\"><script>window.stolen=1</script>";
          Files.write(evil, Books.changed(Books.FINAL, "公开01表", 6, 0, markup));
          Path text = temporary.resolve("说明.txt");
          Files.writeString(text, "长沙市信访局2023年度部门决算情况说明\n" + markup + "收入1717.31万元。");
          chrome.drop(evil, text);
          chrome.waitFor("#sheet-pane .paper");
          chrome.run(
              "const s = document.querySelector('[data-sheet-pick]');"
                  + "s.selectedIndex = 0; s.dispatchEvent(new Event('change', {bubbles: true}))");
          chrome.waitFor("the sheet", () -> text("#sheet-pane").contains("<script>window.stolen"));
          for (String tab : List.of("comparison", "narrative", "data")) {
            chrome.click("#tab-" + tab);
          }
          chrome.click(".file[data-narrative=true] .file-name");
          chrome.waitFor(".text-check");
          assertEquals(null, chrome.run("return window.stolen || null"));
          assertEquals(0, chrome.count("#result img, #result script, #files img"));
        });
  }

  @Test
  void closingThePageClearsItsFiles() throws Exception {
    Limits usual = Limits.USUAL;
    Limits soon =
        new Limits(
            usual.fileBytes(),
            usual.allBytes(),
            usual.files(),
            usual.desks(),
            usual.form(),
            usual.answer(),
            usual.upload(),
            usual.work(),
            Duration.ofSeconds(1),
            usual.withoutSign());
    visit(
        soon,
        () -> {
          chrome.drop(Books.BUDGET);
          chrome.waitFor("#tab-findings");
          assertTrue(Books.filesIn(page.folder()) > 0);
          chrome.open("about:blank");
          chrome.waitFor(
              "the files to be cleared",
              () -> {
                try {
                  return Books.filesIn(page.folder()) == 0;
                } catch (IOException e) {
                  return false;
                }
              });
        });
  }

  @Test
  void nothingIsWiderThanANarrowScreen() throws Exception {
    visit(
        () -> {
          chrome.size(400, 800);
          try {
            dropThree();
            for (String tab : List.of("findings", "comparison", "narrative", "data")) {
              chrome.run("document.querySelector(arguments[0]).click()", "#tab-" + tab);
              Thread.sleep(200);
              assertEquals(400L, chrome.run("return document.scrollingElement.scrollWidth"), tab);
            }
          } finally {
            chrome.size(1280, 900);
          }
        });
  }
}
