package cn.sunledger.cli;

/** How the process ends. */
final class ExitCode {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int UNREADABLE = 3;
  static final int FAULTY_PROFILE = 4;

  private ExitCode() {}
}
