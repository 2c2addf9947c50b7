/**
 * A province's folder of YAML, CSV and templates to immutable layouts, rules, codes and wording.
 */
package cn.sunledger.profile;
