package cn.sunledger.verify.read;

import cn.sunledger.verify.text.Quantity;
import cn.sunledger.verify.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * 人员经费…，公用经费…，分别占90.12%和9.88%: figures that belong one by one to what the sentence has said before.
 */
final class Respective {
  private Respective() {}

  /**
   * The statements that the figures from this one on belong to, in their order.
   *
   * @param first the first figure behind 分别
   * @param passage its paragraph
   * @param reading all that was read
   * @param carry what was said before
   * @return none where the figure stands alone, or the sentence has not made so many statements
   */
  static List<Statement> before(
      Token first, Reading.Passage passage, Reading reading, Carry carry) {
    int count = count(first, passage.tokens());
    if (count < 2 || carry.last == null) {
      return List.of();
    }
    Statement.Place here = carry.last.statement().place();
    List<Statement> said = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      Statement.Place place = mention.statement().place();
      boolean same =
          mention.role() == Role.LEVEL
              && !mention.aside()
              && place.paragraph() == passage.index()
              && place.paragraph() == here.paragraph()
              && place.sentence() == here.sentence();
      if (same && !said.contains(mention.statement())) {
        said.add(mention.statement());
      }
    }
    return said.size() < count ? List.of() : said.subList(said.size() - count, said.size());
  }

  /** The names in front of 分别为, cut at 、 and 和. */
  static List<List<Token>> groups(List<Token> words) {
    List<List<Token>> groups = new ArrayList<>();
    groups.add(new ArrayList<>());
    for (Token word : words) {
      boolean and = word.isMark("、") || word.text().equals("和") || word.text().equals("及");
      if (and) {
        groups.add(new ArrayList<>());
      } else {
        groups.get(groups.size() - 1).add(word);
      }
    }
    return groups.stream().filter(group -> !group.isEmpty()).toList();
  }

  private static int count(Token first, List<Token> tokens) {
    Quantity.Kind kind = first.quantity().orElseThrow().kind();
    int count = 1;
    for (int i = tokens.indexOf(first) + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean figure = token.kind() == Token.Kind.NUMBER;
      boolean between = token.isMark("、,") || token.text().equals("和") || token.text().equals("及");
      if (!figure && !between || figure && token.quantity().orElseThrow().kind() != kind) {
        break;
      }
      count += figure ? 1 : 0;
    }
    return count;
  }
}
