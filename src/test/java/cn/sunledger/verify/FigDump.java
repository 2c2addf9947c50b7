package cn.sunledger.verify;

import cn.sunledger.model.*;
import cn.sunledger.profile.*;
import cn.sunledger.verify.table.*;
import java.nio.file.Path;
import java.util.*;

final class FigDump {
  public static void main(String[] a) throws Exception {
    TemplateFolder folder = new TemplateFolder(Optional.empty());
    FigureIndex i =
        new FigureIndex(
            new VerifySources(
                ReadingDump.disclosure(Path.of(a[0])),
                Optional.empty(),
                Optional.empty(),
                List.of()),
            new LayoutLoader(folder).vocabulary(List.of("national")));
    for (Figure f : i.all())
      System.out.println(
          f.tableId()
              + " "
              + f.place()
              + " "
              + f.measure()
              + " "
              + f.fund()
              + " "
              + f.stage()
              + " "
              + f.year()
              + " "
              + f.item().map(x -> x.code() + x.label() + x.level() + x.economic()).orElse("-")
              + " {"
              + f.unitName()
              + "} "
              + f.amount()
              + (f.blank() ? " blank" : ""));
  }
}
