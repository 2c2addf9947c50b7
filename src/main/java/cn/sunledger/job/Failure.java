package cn.sunledger.job;

import java.util.Objects;

/**
 * A file that could not be done, for a person to read.
 *
 * @param file the file as it was named
 * @param reason what is wrong: a Chinese clause that follows the file's name
 * @param remedy what to do: a Chinese clause; empty where the reason says it
 */
public record Failure(String file, String reason, String remedy) {
  /** Checks that all parts are given. */
  public Failure {
    Objects.requireNonNull(file);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(remedy);
  }

  /** All of it in one sentence. */
  public String sentence() {
    return "《" + file + "》" + reason + (remedy.isEmpty() ? "" : "；" + remedy) + "。";
  }
}
