package cn.sunledger.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Somebody who speaks HTTP by hand, so that every header can be right or wrong as a test likes. */
final class Visitor {
  private static final int PATIENCE = 60_000;

  private final URI page;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Visitor(DropPage page) {
    this.page = URI.create(page.address());
    headers.put("Host", "127.0.0.1:" + this.page.getPort());
    headers.put("X-Sunledger", "drop");
  }

  /** The same visitor with another header; null leaves it out. */
  Visitor with(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  int port() {
    return page.getPort();
  }

  /** The path of something on the page. */
  String at(String rest) {
    return page.getPath() + rest;
  }

  Answer get(String rest) throws IOException {
    return ask("GET", at(rest), new byte[0]);
  }

  Answer post(String rest, byte[] body) throws IOException {
    return ask("POST", at(rest), body);
  }

  Answer post(String rest, String form) throws IOException {
    return post(rest, form.getBytes(StandardCharsets.UTF_8));
  }

  String desk() throws IOException {
    return "d/" + post("desks", "").text() + "/";
  }

  Answer drop(String desk, String name, byte[] content) throws IOException {
    return post(desk + "files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), content);
  }

  Answer drop(String desk, Path file) throws IOException {
    return drop(desk, file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** The files, once nothing is being done any more. */
  String settled(String desk) throws IOException, InterruptedException {
    for (int i = 0; i < 1500; i++) {
      String html = get(desk + "files").text();
      if (html.contains("data-busy=\"false\"")) {
        return html;
      }
      Thread.sleep(40);
    }
    throw new AssertionError("still busy");
  }

  Answer ask(String method, String path, byte[] body) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(method, path, body.length).getBytes(StandardCharsets.UTF_8));
      try {
        out.write(body);
        out.flush();
      } catch (IOException e) {
        // who refuses a long body may close before it is sent: the answer is there all the same
      }
      return answer(socket.getInputStream());
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port());
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  String head(String method, String path, long length) {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (method.equals("POST")) {
      head.append("Content-Length: " + length + "\r\n");
    }
    return head.append("Connection: close\r\n\r\n").toString();
  }

  private static Answer answer(InputStream in) throws IOException {
    byte[] all = readAll(in);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer");
    }
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    int status = Integer.parseInt(lines[0].split(" ")[1]);
    return new Answer(status, headers, java.util.Arrays.copyOfRange(all, end + 4, all.length));
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (IOException e) {
      if (all.size() == 0) {
        throw e;
      }
    }
    return all.toByteArray();
  }
}
