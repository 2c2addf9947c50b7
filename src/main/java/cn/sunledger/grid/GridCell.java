package cn.sunledger.grid;

import cn.sunledger.model.CellValue;

/**
 * One cell that is not blank.
 *
 * @param row zero-based row
 * @param column zero-based column
 * @param value what it holds: for a formula its cached result
 * @param format the number format code; {@code General} where none is set
 * @param indent the indentation set on the cell, 0 where none is
 * @param formula the formula without {@code =}; empty where the cell holds none
 */
public record GridCell(
    int row, int column, CellValue value, String format, int indent, String formula) {}
