package cn.sunledger.model;

import java.util.regex.Pattern;

/**
 * 文字毛病: a wording that must not stand in a published narrative.
 *
 * @param id id of the rule
 * @param severity how bad it is
 * @param find what to look for in the folded paragraph (no blanks, no quotation marks, half-width
 *     brackets)
 * @param message what to tell, in Chinese; {@code ${found}} stands for what was found
 * @param heading whether headings are searched too
 * @param glossary whether 名词解释 is searched too
 */
public record TextFlaw(
    String id,
    Severity severity,
    Pattern find,
    String message,
    boolean heading,
    boolean glossary) {}
