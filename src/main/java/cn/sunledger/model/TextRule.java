package cn.sunledger.model;

/**
 * 情况说明的核对规则: what is checked of a narrative, as the catalogue tells it.
 *
 * @param id the rule's id, which findings and claims carry
 * @param severity how bad the worst of its findings is
 * @param title what must hold
 * @param why the source of the rule, or what is compared
 */
public record TextRule(String id, Severity severity, String title, String why) {}
