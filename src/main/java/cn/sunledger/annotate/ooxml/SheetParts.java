package cn.sunledger.annotate.ooxml;

import java.io.IOException;
import java.util.Optional;

/** Finds the part of a sheet. */
@FunctionalInterface
interface SheetParts {
  /**
   * The name of a worksheet's part.
   *
   * @param sheet the sheet's name
   * @return empty where there is no such sheet or it holds no cells
   */
  Optional<String> of(String sheet) throws IOException;
}
