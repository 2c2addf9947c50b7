<#-- 财政拨款本年支出全是一般公共预算支出的，别的预算就没有支出 -->
<#assign 仅公共 = 相等(项目("fiscal/current_expense"), 项目("gpb_expense/total"))>
<#assign 年初 = 项目("state_capital/carry_in", "国有资本经营预算财政拨款年初结转和结余")>
<#assign 收 = 项目("state_capital/income", "国有资本经营预算财政拨款本年收入")>
<#assign 支 = 项目("state_capital/total", "国有资本经营预算财政拨款本年支出")>
<#assign 年末 = 项目("state_capital/carry_out", "国有资本经营预算财政拨款年末结转和结余")>
<#assign 基本 = 项目("state_capital/basic", "基本支出")>
<#assign 项目支 = 项目("state_capital/project", "项目支出")>
<#if 没有(收) && 没有(年初) && 没有(年末) && (为零(支) || !已知(支) && (空表("final_08_state_capital") || 仅公共))>
${单位}${年度}年度没有国有资本经营预算财政拨款收入，也没有使用国有资本经营预算财政拨款安排的支出。
<#else>
${年度}年度国有资本经营预算财政拨款<#if 已知(年初)>年初结转和结余${金额(年初)}；</#if><#if 已知(收)>本年收入${金额(收)}；</#if>本年支出${金额(支)}<@其中性质 基本=基本 项目支=项目支/><#if 已知(年末)>；年末结转和结余${金额(年末)}</#if>。
<#assign 科目 = 末级("state_capital")>
<#if 科目?has_content>具体情况如下：

<#list 科目 as 项>
<#assign 用途 = 问("purpose/state_capital/" + 项.编码, "用途", 项.名称 + "的主要用途")>
${序(项)}${项.类款项}。支出决算为${金额(项)}<#if !用途.无>，主要用于${用途}</#if>。

</#list>
</#if>
</#if>
