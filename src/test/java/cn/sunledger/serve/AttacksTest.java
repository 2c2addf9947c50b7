package cn.sunledger.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test is named after the fault that it would find. */
class AttacksTest {
  private static final Pattern FILE = Pattern.compile("data-file=\"([0-9a-f]+)\"");
  private static final String EVIL = "<img src=x onerror=steal()>\"'&";

  @TempDir Path temporary;
  private DropPage page;

  @BeforeEach
  void open() throws IOException {
    page = DropPage.open(Books.STAGES, Limits.USUAL, temporary);
  }

  @AfterEach
  void close() {
    page.close();
  }

  private Visitor visitor() {
    return new Visitor(page);
  }

  @Test
  void anotherMachineReachesThePage() throws IOException {
    assertTrue(page.address().startsWith("http://127.0.0.1:"), page.address());
    Optional<InetAddress> outer =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .findFirst();
    if (outer.isPresent()) {
      try (Socket socket = new Socket()) {
        InetSocketAddress there = new InetSocketAddress(outer.get(), visitor().port());
        assertThrows(IOException.class, () -> socket.connect(there, 2000));
      }
    }
    assertEquals(200, visitor().get("").status());
  }

  @Test
  void aSiteThatLetsItsNamePointHereReadsThePage() throws IOException {
    int port = visitor().port();
    for (String host :
        List.of(
            "evil.example",
            "evil.example:" + port,
            "127.0.0.1",
            "127.0.0.1:1",
            "127.0.0.1.evil.example:" + port,
            "127.0.0.1:" + port + "@evil.example",
            "")) {
      Visitor.Answer answer = visitor().with("Host", host).get("");
      assertNotEquals(200, answer.status(), host);
      assertFalse(answer.text().contains("pick"), host);
    }
    assertEquals(200, visitor().with("Host", "localhost:" + port).get("").status());
  }

  @Test
  void aFormOfAnotherSiteChangesSomething() throws IOException {
    assertEquals(403, visitor().with("X-Sunledger", null).post("desks", "").status());
    assertEquals(403, visitor().with("X-Sunledger", "other").post("desks", "").status());
    for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "file://")) {
      assertEquals(403, visitor().with("Origin", origin).post("desks", "").status(), origin);
      assertEquals(403, visitor().with("Origin", origin).get("").status(), origin);
    }
    for (String site : List.of("cross-site", "same-site")) {
      assertEquals(403, visitor().with("Sec-Fetch-Site", site).get("").status(), site);
    }
    String own = "http://127.0.0.1:" + visitor().port();
    assertEquals(200, visitor().with("Origin", own).post("desks", "").status());
    assertEquals(1, desks());
  }

  @Test
  void aScriptOfAnotherSiteIsPermittedToAsk() throws IOException {
    Visitor.Answer asked =
        visitor()
            .with("Origin", "http://evil.example")
            .with("Access-Control-Request-Method", "POST")
            .with("Access-Control-Request-Headers", "x-sunledger")
            .ask("OPTIONS", visitor().at("desks"), new byte[0]);
    assertEquals(403, asked.status());
    assertEquals(405, visitor().ask("OPTIONS", visitor().at("desks"), new byte[0]).status());
    assertEquals(405, visitor().ask("PUT", visitor().at("desks"), new byte[0]).status());
    for (Visitor.Answer answer : List.of(asked, visitor().get(""))) {
      assertTrue(
          answer.headers().keySet().stream().noneMatch(name -> name.startsWith("access-control")),
          answer.headers().toString());
    }
  }

  @Test
  void somebodyWithoutTheSecretSeesSomething() throws IOException {
    for (String path :
        List.of("/", "/x/", "/" + "0".repeat(48) + "/", "/assets/drop.js", "/open/", "/open/x")) {
      Visitor.Answer answer = visitor().ask("GET", path, new byte[0]);
      assertTrue(answer.status() == 403 || answer.status() == 404, path + answer.status());
      assertFalse(answer.text().contains("<"), answer.text());
    }
    String secret = URI.create(page.address()).getPath();
    assertTrue(secret.length() > 40, secret);
    try (DropPage other = DropPage.open(Books.STAGES, Limits.USUAL, temporary)) {
      assertNotEquals(secret, URI.create(other.address()).getPath());
    }
  }

  @Test
  void theAddressThatABrowserIsStartedWithWorksTwice() throws IOException {
    String ticket = URI.create(page.ticket()).getPath();
    Visitor.Answer first = visitor().ask("GET", ticket, new byte[0]);
    assertEquals(303, first.status());
    assertEquals(URI.create(page.address()).getPath(), first.header("Location"));
    assertEquals(403, visitor().ask("GET", ticket, new byte[0]).status());
    assertFalse(page.ticket().contains(URI.create(page.address()).getPath().replace("/", "")));
  }

  @Test
  void aLinkThatIsMerelyFollowedChangesSomething() throws IOException, InterruptedException {
    String desk = visitor().desk();
    visitor().drop(desk, Books.BUDGET);
    String file = file(visitor().settled(desk));
    for (String what : List.of("remove", "cancel", "pair", "answer", "leave", "stay")) {
      assertEquals(404, visitor().get(desk + what + "?file=" + file).status(), what);
    }
    assertEquals(404, visitor().get("quit").status());
    assertEquals(404, visitor().get("desks").status());
    assertTrue(visitor().get(desk + "files").text().contains(file));
  }

  @Test
  void whatACellOrASheetOrAFileSaysBecomesMarkup() throws IOException, InterruptedException {
    byte[] cells = Books.changed(Books.FINAL, "公开01表", 6, 0, EVIL);
    byte[] sheets = Books.renamed(Books.FINAL, "公开01表", "<img src=x onerror=steal()>");
    byte[] text = "2023年<script>steal()</script>收入 1717.31 万元。".getBytes(StandardCharsets.UTF_8);
    String one = visitor().desk();
    visitor().drop(one, "<b onclick=steal()>一.xlsx", cells);
    visitor().drop(one, "三.txt", text);
    assertEquals(2, harmlessResults(one));
    String two = visitor().desk();
    visitor().drop(two, "二\"><script>steal()</script>.xlsx", sheets);
    assertEquals(1, harmlessResults(two));
  }

  /** Looks at everything that is shown of the files. */
  private int harmlessResults(String desk) throws IOException, InterruptedException {
    String files = visitor().settled(desk);
    Matcher each = Pattern.compile("data-open=\"([0-9a-f]+)\"").matcher(files);
    assertHarmless(files);
    int opened = 0;
    while (each.find()) {
      String result = visitor().get(desk + "result/" + each.group(1)).text();
      assertHarmless(result);
      Matcher sheet = Pattern.compile("data-first-sheet=\"([^\"]*)\"").matcher(result);
      if (sheet.find()) {
        String name = sheet.group(1).replace("&lt;", "<").replace("&gt;", ">");
        String query = "sheet=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8);
        Visitor.Answer preview = visitor().get(desk + "sheet/" + each.group(1) + "?" + query);
        assertEquals(200, preview.status());
        assertHarmless(preview.text());
        assertTrue(preview.text().contains("class=\"paper\""));
      }
      opened++;
    }
    return opened;
  }

  /** Foreign text is there, but none of it is an element, an attribute or a handler. */
  private static void assertHarmless(String html) {
    assertFalse(html.contains("<img src=x"), html);
    assertFalse(html.contains("<script>steal"), html);
    assertFalse(html.contains("<b onclick"), html);
    for (Matcher tag = Pattern.compile("<[a-zA-Z][^>]*>").matcher(html); tag.find(); ) {
      String names = tag.group().replaceAll("\"[^\"]*\"", "");
      assertFalse(names.matches("(?s).*\\son\\w+\\s*=.*"), tag.group());
      assertFalse(names.matches("(?s).*\\sstyle=.*"), tag.group());
    }
  }

  @Test
  void aFontOfAWorkbookEndsARuleOfTheStyleSheet() {
    cn.sunledger.preview.CellLook plain = cn.sunledger.preview.CellLook.PLAIN;
    cn.sunledger.preview.CellLook evil =
        new cn.sunledger.preview.CellLook(
            "x\"}body{background:url(http://evil.example)}",
            11,
            true,
            false,
            false,
            "red;}*{}",
            "FFF",
            plain.across(),
            plain.down(),
            false,
            false,
            0,
            plain.top(),
            plain.right(),
            plain.bottom(),
            plain.left());
    assertEquals(
        ".paper td.s1{font-family:\"xbodybackgroundurlhttpevilexample\",sans-serif;"
            + "font-size:11pt;font-weight:700;vertical-align:middle;}\n",
        LookSheet.of(List.of(plain, evil)));
  }

  @Test
  void aFileNameLeadsOutOfTheFolder() throws IOException, InterruptedException {
    byte[] book = Files.readAllBytes(Books.BUDGET);
    String desk = visitor().desk();
    for (String name :
        List.of("../../../up.xlsx", "..\\..\\up2.xlsx", "/etc/up3.xlsx", "a\u0000/../up4.xlsx")) {
      visitor().drop(desk, name, concat(book, name));
    }
    visitor().settled(desk);
    try (java.util.stream.Stream<Path> all = Files.walk(temporary)) {
      assertTrue(
          all.filter(file -> file.getFileName().toString().startsWith("up"))
              .allMatch(
                  file ->
                      file.startsWith(page.folder())
                          && file.getNameCount() == page.folder().getNameCount() + 3));
    }
    for (String path : List.of("d/../../../etc/passwd", "assets/../page.ftlh", "assets/%2e%2e/x")) {
      assertEquals(404, visitor().get(path).status(), path);
    }
  }

  private static byte[] concat(byte[] book, String salt) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.write(book);
    out.write(salt.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Test
  void aFileNameAddsAHeader() throws IOException, InterruptedException {
    String desk = visitor().desk();
    visitor().drop(desk, "决算\r\nSet-Cookie: a=b\".xlsx", Files.readAllBytes(Books.BUDGET));
    String file = file(visitor().settled(desk));
    Visitor.Answer download = visitor().get(desk + "get/" + file + "/facts");
    assertEquals(200, download.status());
    assertEquals("", download.header("Set-Cookie"));
    assertTrue(
        download
            .header("Content-Disposition")
            .matches("attachment; filename\\*=UTF-8''[0-9A-Za-z%._-]+"),
        download.header("Content-Disposition"));
  }

  @Test
  void aPageMayRunWhatItWasNotServed() throws IOException, InterruptedException {
    String desk = visitor().desk();
    visitor().drop(desk, Books.BUDGET);
    String file = file(visitor().settled(desk));
    for (String path :
        List.of("", "assets/drop.js", desk + "files", desk + "result/" + file, "nothing")) {
      Visitor.Answer answer = visitor().get(path);
      String policy = answer.header("Content-Security-Policy");
      assertTrue(
          policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), path);
      assertTrue(policy.contains("form-action 'none'"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("no-referrer", answer.header("Referrer-Policy"));
    }
    assertEquals("no-store", visitor().get(desk + "result/" + file).header("Cache-Control"));
    assertFalse(visitor().get("").text().matches("(?s).*<script>.*|.*\\sstyle=.*"));
  }

  @Test
  void aPageSeesTheFilesOfAnother() throws IOException, InterruptedException {
    String mine = visitor().desk();
    String other = visitor().desk();
    visitor().drop(mine, Books.BUDGET);
    String file = file(visitor().settled(mine));
    assertEquals(410, visitor().get(other + "result/" + file).status());
    assertEquals(410, visitor().get("d/" + "0".repeat(48) + "/files").status());
  }

  private static String file(String html) {
    Matcher file = FILE.matcher(html);
    assertTrue(file.find(), html);
    return file.group(1);
  }

  private long desks() throws IOException {
    try (java.util.stream.Stream<Path> all = Files.list(page.folder())) {
      return all.filter(Files::isDirectory).count();
    }
  }
}
