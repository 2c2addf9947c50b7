package cn.sunledger.model.rule;

/**
 * A quantity with its sign.
 *
 * @param sign 1 or −1
 * @param quantity what is added or taken away
 */
public record FormulaTerm(int sign, Quantity quantity) {}
