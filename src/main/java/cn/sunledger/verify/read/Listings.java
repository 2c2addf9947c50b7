package cn.sunledger.verify.read;

import cn.sunledger.model.NarrativeWord.Sense;
import cn.sunledger.verify.read.Assertion.Listing.Name;
import cn.sunledger.verify.text.FoldedText;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;

/** The names behind 主要包括, up to the end of the clause. */
final class Listings {
  private static final int FAR = 60;

  private final List<Token> tokens;
  private final int start;
  private final FoldedText folded;
  private final List<Name> names = new ArrayList<>();
  private int last;
  private int end;
  private boolean open;

  Listings(List<Token> tokens, int at, FoldedText folded) {
    this.tokens = tokens;
    this.folded = folded;
    int from = at + 1;
    while (from < tokens.size() && (tokens.get(from).isMark(":,") || isLead(tokens.get(from)))) {
      from++;
    }
    this.start = from;
    read();
  }

  private static boolean isLead(Token token) {
    return token.is(Sense.LISTS) || token.text().equals("有") || token.text().equals("了");
  }

  /** Whether figures follow before the sentence ends and near enough to be the parts' figures. */
  boolean leadsToFigures() {
    for (int i = start; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.NUMBER) {
        return token.start() - tokens.get(start).start() < FAR && names.size() < 2;
      }
      if (token.isMark("。;!?")) {
        return false;
      }
    }
    return false;
  }

  private void read() {
    int depth = 0;
    int from = start;
    last = start - 1;
    for (int i = start; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.isMark("(") ? 1 : token.isMark(")") ? -1 : 0;
      if (token.kind() == Token.Kind.NUMBER || depth == 0 && token.isMark("。;:!?")) {
        name(from, i);
        finish(i - 1);
        return;
      }
      if (depth == 0 && token.isMark("、,") || isAnd(i)) {
        name(from, i);
        from = i + 1;
      }
      last = i;
    }
    name(from, tokens.size());
    finish(tokens.size() - 1);
  }

  /** 和, 以及 between two names, not inside one. */
  private boolean isAnd(int at) {
    Token token = tokens.get(at);
    return (token.text().equals("和") || token.text().equals("及") || token.text().equals("与"))
        && token.is(Sense.FILLER);
  }

  private void name(int from, int to) {
    if (from >= to) {
      return;
    }
    int first = tokens.get(from).start();
    int behind = tokens.get(to - 1).end();
    String text = folded.text().substring(first, behind);
    String bare = text.replaceFirst("等(?:支出|费用|方面|经费|项目|方面的支出)?$", "");
    if (!bare.equals(text)) {
      open = true;
    }
    if (!bare.isEmpty()) {
      names.add(new Name(bare, first, first + bare.length()));
    }
  }

  private void finish(int index) {
    last = Math.max(index, start - 1);
    end = last < 0 || last >= tokens.size() ? 0 : tokens.get(last).end();
    String tail = folded.text().substring(Math.max(0, end - 1), end);
    open |= tail.equals("等");
  }

  List<Name> names() {
    return names;
  }

  boolean isOpen() {
    return open;
  }

  /** Index of the last piece that belongs to the list. */
  int last() {
    return last;
  }

  int end() {
    return end;
  }
}
