package cn.sunledger.model;

/**
 * A text where an amount could stand: —, -, /, 无, an error value, or a number that could not be
 * read. It is kept apart from zero and from blank.
 *
 * @param cell where it stands
 * @param line its line
 * @param column its column
 * @param text what is printed
 */
public record Mark(CellRef cell, TableLine line, TableColumn column, String text) {}
