package cn.sunledger.document.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the text of a document as a reader sees it: without what is struck out, hidden, or only a
 * field's code, and without the table of contents.
 */
final class WordBody {
  private static final Set<String> UNSEEN =
      Set.of("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "Fallback", "rt", "instrText");

  private final String xml;
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final List<WordParagraph> paragraphs = new ArrayList<>();

  WordBody(String xml, WordStyles styles, WordNumbering numbering) {
    this.xml = xml;
    this.styles = styles;
    this.numbering = numbering;
  }

  /** All paragraphs and rows of tables, in order. */
  List<WordParagraph> read(XmlNode document) {
    document.child("body").ifPresent(this::blocks);
    return paragraphs;
  }

  private void blocks(XmlNode container) {
    for (XmlNode block : container.children) {
      if (block.is("p")) {
        paragraph(block);
      } else if (block.is("tbl")) {
        table(block);
      } else if (!UNSEEN.contains(block.local()) && !isContents(block)) {
        blocks(block);
      }
    }
  }

  private static boolean isContents(XmlNode block) {
    return block
        .child("sdtPr")
        .flatMap(properties -> properties.child("docPartObj"))
        .flatMap(part -> part.value("docPartGallery"))
        .filter(gallery -> gallery.startsWith("Table of Contents"))
        .isPresent();
  }

  private void paragraph(XmlNode node) {
    if (styles.isContents(node)) {
      return;
    }
    String label = styles.list(node).map(numbering::next).orElse("");
    WordParagraph paragraph = new WordParagraph(styles.depth(node), label);
    paragraphs.add(paragraph);
    List<XmlNode> boxes = new ArrayList<>();
    inline(node, paragraph, boxes);
    boxes.forEach(this::blocks);
  }

  /** A row is one text, its cells parted by tabs; a table of one column only frames its text. */
  private void table(XmlNode table) {
    for (XmlNode row : table.children) {
      if (row.is("tr")) {
        row(row);
      } else if (row.is("sdt") || row.is("sdtContent") || row.is("customXml")) {
        table(row);
      }
    }
  }

  private void row(XmlNode row) {
    List<XmlNode> cells = new ArrayList<>();
    cells(row, cells);
    if (cells.size() == 1) {
      blocks(cells.get(0));
      return;
    }
    WordParagraph text = new WordParagraph(0, "");
    paragraphs.add(text);
    List<XmlNode> boxes = new ArrayList<>();
    List<XmlNode> nested = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        text.add('\t');
      }
      cell(cells.get(i), text, boxes, nested);
    }
    boxes.forEach(this::blocks);
    nested.forEach(this::table);
  }

  private static void cells(XmlNode container, List<XmlNode> cells) {
    for (XmlNode child : container.children) {
      if (child.is("tc")) {
        cells.add(child);
      } else if (!UNSEEN.contains(child.local())) {
        cells(child, cells);
      }
    }
  }

  private void cell(XmlNode cell, WordParagraph text, List<XmlNode> boxes, List<XmlNode> nested) {
    for (XmlNode block : cell.children) {
      if (block.is("tbl")) {
        nested.add(block);
      } else if (block.is("p")) {
        inline(block, text, boxes);
      } else if (!UNSEEN.contains(block.local())) {
        cell(block, text, boxes, nested);
      }
    }
  }

  private void inline(XmlNode node, WordParagraph paragraph, List<XmlNode> boxes) {
    for (XmlNode child : node.children) {
      if (UNSEEN.contains(child.local())) {
        continue;
      }
      if (child.is("txbxContent")) {
        boxes.add(child);
      } else if (node.is("r") && isMark(child, paragraph)) {
        continue;
      } else if (node.is("r") && child.is("t")) {
        paragraph.add(
            child, XmlTree.unescaped(xml.substring(child.contentStart, child.contentEnd)));
      } else if (!child.is("r") || !hidden(child)) {
        inline(child, paragraph, boxes);
      }
    }
  }

  private static boolean isMark(XmlNode child, WordParagraph paragraph) {
    switch (child.local()) {
      case "tab", "br", "cr" -> paragraph.add(' ');
      case "noBreakHyphen" -> paragraph.add('-');
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean hidden(XmlNode run) {
    return run.child("rPr").filter(properties -> properties.isOn("vanish")).isPresent();
  }
}
