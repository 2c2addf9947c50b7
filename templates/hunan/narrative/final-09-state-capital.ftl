<#assign 仅公共 = 相等(项目("fiscal/current_expense"), 项目("gpb_expense/total"))>
<#assign 收 = 项目("state_capital/income", "国有资本经营预算财政拨款本年收入")>
<#assign 年初 = 项目("state_capital/carry_in", "国有资本经营预算年初结转和结余")>
<#assign 支 = 项目("state_capital/total", "国有资本经营预算支出")>
<#assign 年末 = 项目("state_capital/carry_out", "国有资本经营预算年末结转和结余")>
<#if !已知(支) && 没有(收) && 没有(年初) && 没有(年末) && (空表("final_08_state_capital") || 仅公共)>
${年度}年度本单位无国有资本经营收支。
<#else>
${年度}年度国有资本经营预算财政拨款本年收入${金额(收)}；年初结转和结余${金额(年初)}；支出${金额(支)}，年末结转和结余${金额(年末)}。具体情况如下：
<#if 为零(收, 年初, 支, 年末)>
本单位无国有资本经营收支。
<#else>

<#list 末级("state_capital") as 项>
<#assign 用途 = 问("purpose/state_capital/" + 项.编码, "用途", 项.名称 + "的主要用途")>
${序(项)}${项.类款项}。支出决算为${金额(项)}<#if !用途.无>，主要用于${用途}</#if>。

</#list>
</#if>
</#if>
