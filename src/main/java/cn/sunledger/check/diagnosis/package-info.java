/**
 * 诊断: of several comparisons that fail, the one mistake that explains them. Suspicions are tried
 * out on the equations: what puts most of them right and none wrong is what happened.
 */
package cn.sunledger.check.diagnosis;
