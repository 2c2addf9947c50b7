package cn.sunledger.model;

import java.util.Optional;

/**
 * 待填事项: one thing only a person can know.
 *
 * @param key stable key, such as {@code reason/gpb_expense/2010301/budget}
 * @param kind 原因, 用途, 数量 …
 * @param about what it is about, in Chinese
 * @param amounts the amounts concerned, in Chinese; empty where none are
 * @param hint a draft from the figures that may help; never enters the text by itself
 * @param answer the person's answer
 */
public record ManualItem(
    String key, String kind, String about, String amounts, String hint, Optional<String> answer) {}
