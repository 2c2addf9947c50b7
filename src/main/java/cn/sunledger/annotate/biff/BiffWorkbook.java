package cn.sunledger.annotate.biff;

import cn.sunledger.annotate.content.AnnotatableWorkbook;
import cn.sunledger.annotate.content.FormerAnnotation;
import cn.sunledger.annotate.content.OwnContent;
import cn.sunledger.model.CellRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class BiffWorkbook implements AnnotatableWorkbook {
  public BiffWorkbook(Path file) throws IOException {
    throw new IOException("x");
  }

  @Override
  public FormerAnnotation former() {
    return null;
  }

  @Override
  public List<String> foreignSheets() {
    return null;
  }

  @Override
  public Map<CellRef, StoredCell> stored(Set<CellRef> cells) {
    return null;
  }

  @Override
  public boolean drawsCharts() {
    return false;
  }

  @Override
  public void write(OwnContent content, Path target) {}

  @Override
  public void close() {}
}
