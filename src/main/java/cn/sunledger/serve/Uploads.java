package cn.sunledger.serve;

import cn.sunledger.export.SafeNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Takes files in: whole or not at all, no longer and no slower than they may be. */
final class Uploads {
  private static final Set<String> TEXTS = Set.of("docx", "docm", "txt", "md");
  private static final Set<String> BOOKS =
      Set.of(
          "xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "et", "ett", "wps", "csv", "ods");
  private static final int LONGEST_NAME = 240;
  private static final int BUFFER = 1 << 16;

  private final Desks desks;
  private final Crew crew;

  Uploads(Desks desks, Crew crew) {
    this.desks = desks;
    this.crew = crew;
  }

  /** How a file that has arrived is called on the page; a sentence where it was not taken. */
  record Taken(String id, String sentence) {}

  /**
   * Takes one file in.
   *
   * @param desk the page it was dropped on
   * @param request its name in the address, its bytes in the body
   */
  Taken take(Desk desk, Request request) throws IOException, Refusal {
    String name = name(request.parameter("name"));
    long length = request.length();
    Limits limits = desks.limits();
    if (length > limits.fileBytes()) {
      throw tooLong(name, limits.fileBytes());
    }
    long room = length < 0 ? limits.fileBytes() : length;
    if (!desks.take(room)) {
      throw new Refusal(413, "放入的文件合起来太大，请先移除一些。");
    }
    desk.arriving();
    boolean kept = false;
    // the connection is cut where it takes too long: nothing else ends a read that waits
    Future<?> late = crew.later(limits.upload(), request.exchange()::close);
    String id = Gate.secret();
    Path folder = desk.folder().resolve(id);
    try {
      Files.createDirectory(folder);
      Path path = folder.resolve("arriving");
      String digest = receive(request, path, name, limits.fileBytes());
      late.cancel(false);
      long arrived = Files.size(path);
      desks.give(room - arrived);
      room = arrived;
      Taken taken = place(desk, id, name, path, digest);
      kept = taken.sentence().isEmpty();
      return taken;
    } finally {
      late.cancel(false);
      desk.arrived();
      if (!kept) {
        desks.give(room);
        PrivateFolder.delete(folder);
      }
    }
  }

  private static Taken place(Desk desk, String id, String name, Path arrived, String digest)
      throws IOException, Refusal {
    synchronized (desk) {
      Optional<DroppedFile> same = desk.same(digest);
      if (same.isPresent()) {
        return new Taken(same.get().id(), "《" + name + "》与《" + same.get().name() + "》内容相同，没有重复放入。");
      }
      String free = desk.freeName(name);
      Path path = Files.move(arrived, arrived.resolveSibling(free));
      desk.add(
          new DroppedFile(id, free, path, Files.size(path), digest, TEXTS.contains(ending(free))));
      return new Taken(id, "");
    }
  }

  /** A name to show and to store under: no folders, no characters that steer, not without end. */
  private static String name(String sent) throws Refusal {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    if (last.isBlank() || sent.length() > LONGEST_NAME) {
      throw new Refusal(400, "文件名是空的或者太长，请改名后再放入。");
    }
    String name = SafeNames.safe(last);
    String ending = ending(name);
    if (ending.equals("doc")) {
      throw new Refusal(415, "《" + name + "》是旧的 .doc 格式，请用 Word 或 WPS 另存为 .docx 后再放入。");
    }
    if (!TEXTS.contains(ending) && !BOOKS.contains(ending)) {
      throw new Refusal(415, "《" + name + "》不是工作簿（.xlsx、.xls）也不是情况说明（.docx、.txt）。");
    }
    return name;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String receive(Request request, Path path, String name, long most)
      throws IOException, Refusal {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(request.exchange().getRequestBody(), digest);
        OutputStream out =
            Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      long all = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        all += read;
        if (all > most) {
          throw tooLong(name, most);
        }
        out.write(buffer, 0, read);
      }
      long promised = request.length();
      if (promised >= 0 && all != promised) {
        throw new IOException("the connection ended after " + all + " of " + promised + " bytes");
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Refusal tooLong(String name, long most) {
    return new Refusal(413, "《" + name + "》太大，网页上一个文件最多 " + (most >> 20) + " MB，请改用命令行。");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
