package cn.sunledger.annotate.content;

import java.util.Optional;

/**
 * Bars inside cells, as long as their numbers.
 *
 * @param ranges cells, separated by blanks
 * @param least the number without a bar; empty for the least of the numbers
 * @param most the number with a full bar; empty for the greatest of the numbers
 * @param color RRGGBB
 * @param negative RRGGBB of bars below zero
 */
public record DataBar(
    String ranges,
    Optional<Integer> least,
    Optional<Integer> most,
    String color,
    String negative) {}
