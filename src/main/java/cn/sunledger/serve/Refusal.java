package cn.sunledger.serve;

/** A request that is not answered with what it asks for, and why, in one Chinese sentence. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  static Refusal missing() {
    return new Refusal(404, "没有这个地址。");
  }

  static Refusal gone() {
    return new Refusal(410, "这一页的文件已经清除，请重新打开页面，再放入文件。");
  }

  int status() {
    return status;
  }
}
