package cn.sunledger.model.rule;

/**
 * A heading's name that is no longer, or never was, the official one.
 *
 * @param stale the name that is still met
 * @param current the official name
 * @param kind {@code renamed} where it was official once, {@code wrong} where it never was
 */
public record RenamedHeading(String stale, String current, String kind) {}
