package cn.sunledger.check.equation;

import cn.sunledger.check.table.Place;

/**
 * An amount of an equation.
 *
 * @param sign 1 or −1
 * @param place where it stands
 */
public record Part(int sign, Place place) {}
