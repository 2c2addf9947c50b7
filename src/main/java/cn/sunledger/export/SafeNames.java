package cn.sunledger.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * File names for sheets and workbooks of any name: inside their folder, valid on every system, and
 * no two the same, upper and lower case aside.
 */
public final class SafeNames {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}.]+|[\\s\\p{Z}.]+$");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?");

  /** The letters that reserved names begin with. */
  private static final String BEGIN_RESERVED = "CPANLcpanl";

  /** Signs that do no harm between others, and that no normal form changes. */
  private static final String INSIDE = " _-（）、";

  /** File systems take 255 bytes; room is left for an extension and a number. */
  private static final int LONGEST_BYTES = 180;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name that none before it had.
   *
   * @param names what it may be called, whatever that holds, the best name first
   * @return the first of them that is free, else the last with a number; the same for the same
   *     calls in the same order
   */
  public String claim(String... names) {
    for (String name : names) {
      String safe = safe(name);
      if (taken.add(safe.toLowerCase(Locale.ROOT))) {
        return safe;
      }
    }
    String safe = safe(names[names.length - 1]);
    String candidate = safe;
    for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
      candidate = safe + "-" + number;
    }
    return candidate;
  }

  /**
   * A valid file name.
   *
   * @param name whatever it holds
   */
  public static String safe(String name) {
    return isUsual(name) ? name : made(name);
  }

  /**
   * Whether a name is safe at a glance, as nearly all are: short, of Chinese characters, letters,
   * digits, and few other signs inside, and not like one that Windows keeps for itself.
   */
  private static boolean isUsual(String name) {
    int length = name.length();
    if (length == 0 || length > LONGEST_BYTES / 3 || BEGIN_RESERVED.indexOf(name.charAt(0)) >= 0) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean chinese = c >= '\u4E00' && c <= '\u9FA5';
      boolean latin = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean inside = i > 0 && i < length - 1 && INSIDE.indexOf(c) >= 0;
      if (!chinese && !latin && !inside) {
        return false;
      }
    }
    return true;
  }

  private static String made(String name) {
    String clean =
        FORBIDDEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("_");
    String bare = ENDS.matcher(shortened(ENDS.matcher(clean).replaceAll(""))).replaceAll("");
    if (bare.isEmpty()) {
      return "_";
    }
    return RESERVED.matcher(bare).matches() ? "_" + bare : bare;
  }

  private static String shortened(String name) {
    int bytes = 0;
    for (int i = 0; i < name.length(); ) {
      int character = name.codePointAt(i);
      bytes += new String(Character.toChars(character)).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_BYTES) {
        return name.substring(0, i);
      }
      i += Character.charCount(character);
    }
    return name;
  }
}
