package cn.sunledger.cli;

/**
 * What java.util.logging is configured with: nothing, so that no library speaks. It is asked for
 * only where one tries to, which most runs never do.
 */
public final class Silence {
  /** For java.util.logging. */
  public Silence() {}

  static void over() {
    System.setProperty("java.util.logging.config.class", Silence.class.getName());
    System.setProperty("org.freemarker.loggerLibrary", "none");
  }
}
