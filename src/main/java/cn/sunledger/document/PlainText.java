package cn.sunledger.document;

import cn.sunledger.document.Wrapping.Numbered;
import cn.sunledger.model.NarrativeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a 情况说明 that is a text file: plain or Markdown, in UTF-8, UTF-16 or GB18030. */
public final class PlainText {
  private static final Pattern HASHES = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
  private static final Pattern BULLET = Pattern.compile("^[-*+]\\s+");
  private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)(?:\\*\\*|__|`)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_<>#\\[\\]|~.+-])");
  private static final Pattern RULER =
      Pattern.compile("^(?:-{3,}|\\*{3,}|_{3,}|\\|?[\\s:|-]+\\|[\\s:|-]*)$");

  /**
   * Reads the bytes of a file.
   *
   * @param file the file's name; one ending in {@code .md} is read as Markdown
   * @param bytes its content
   * @return its paragraphs
   * @throws UnreadableNarrativeException where the bytes are text in none of the encodings
   */
  public NarrativeText read(String file, byte[] bytes) {
    boolean markdown = file.toLowerCase(java.util.Locale.ROOT).endsWith(".md");
    List<Numbered> lines = new ArrayList<>();
    int number = 0;
    for (String line : decode(file, bytes).split("\\R", -1)) {
      number++;
      lines.add(markdown ? plain(number, line) : new Numbered(number, line, 0));
    }
    Wrapping wrapping =
        Wrapping.of(lines.stream().map(n -> n.text().strip()).filter(t -> !t.isEmpty()).toList());
    return new NarrativeText(file, new Outline().of(wrapping.join(lines)));
  }

  private static Numbered plain(int number, String line) {
    String text = line.strip();
    if (RULER.matcher(text).matches()) {
      return new Numbered(number, "", 0);
    }
    Matcher heading = HASHES.matcher(text);
    int style = heading.matches() ? heading.group(1).length() : 0;
    String bare = style > 0 ? heading.group(2) : BULLET.matcher(text).replaceFirst("");
    String shown = EMPHASIS.matcher(bare).replaceAll("");
    return new Numbered(number, ESCAPED.matcher(shown).replaceAll("$1"), style);
  }

  private static String decode(String file, byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf('\0') < 0) {
          return text;
        }
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    throw new UnreadableNarrativeException(
        file, "不是文字文件，或文字编码不是 UTF-8、GB18030", "请另存为 .docx 或 UTF-8 的 .txt");
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
