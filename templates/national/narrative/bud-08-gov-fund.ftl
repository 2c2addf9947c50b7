<#assign 支 = 项目("gov_fund/total", "政府性基金预算支出")>
<#assign 基本 = 项目("gov_fund/basic", "基本支出")>
<#assign 项目支 = 项目("gov_fund/project", "项目支出")>
<#if 没有(支) && (为零(支) || 空表("bud_gov_fund") || 相等(项目("fiscal/current_expense"), 项目("gpb_expense/total")))>
${单位}${年度}年没有使用政府性基金预算安排的支出。
<#else>
${年度}年政府性基金预算支出${金额(支)}<@其中性质 基本=基本 项目支=项目支/><@比上年预算 项=支 主语="政府性基金预算支出" 必问=false/>

<#list 非零(末级("gov_fund")) as 项>
<#assign 用途 = 问("purpose/gov_fund/" + 项.编码, "用途", 项.名称 + "的主要用途")>
${序(项)}${项.类款项}。${年度}年预算为${金额(项)}<#if !用途.无>，主要用于${用途}</#if>。

</#list>
</#if>
